package goal

// A sparse is an array of which few places hold something. It is immutable; a
// changed copy shares all of it but the branches above the changed place. The
// zero sparse is empty.
type sparse[T any] struct {
	root  *branch[T]
	shift uint // the bits of a place that are left below the root
}

// A branch is where the next few bits of a place lead.
type branch[T any] [1 << branchBits]struct {
	below *branch[T]
	value *T // where no bits are left
}

const branchBits = 4

// at returns what place i holds, nil for nothing.
func (s sparse[T]) at(i int32) *T {
	if i>>s.shift >= 1<<branchBits {
		return nil // it does not reach so far
	}
	b := s.root
	for shift := s.shift; b != nil; shift -= branchBits {
		fork := &b[i>>shift%(1<<branchBits)]
		if shift == 0 {
			return fork.value
		}
		b = fork.below
	}
	return nil
}

// or returns what place i holds, or else other.
func (s sparse[T]) or(i int32, other T) T {
	if value := s.at(i); value != nil {
		return *value
	}
	return other
}

// with returns the array in which place i holds value.
func (s sparse[T]) with(i int32, value *T) sparse[T] {
	for i>>s.shift >= 1<<branchBits {
		above := new(branch[T])
		above[0].below = s.root
		s = sparse[T]{above, s.shift + branchBits}
	}
	return sparse[T]{s.root.with(s.shift, i, value), s.shift}
}

func (b *branch[T]) with(shift uint, i int32, value *T) *branch[T] {
	changed := new(branch[T])
	if b != nil {
		*changed = *b
	}
	fork := &changed[i>>shift%(1<<branchBits)]
	if shift == 0 {
		fork.value = value
	} else {
		fork.below = fork.below.with(shift-branchBits, i, value)
	}
	return changed
}

package strict

import "bytes"

// A fieldSet holds the fields of a struct that have been given, by index.
// The zero fieldSet is empty. It allocates nothing for a struct of 64 fields.
type fieldSet struct {
	first uint64
	more  []uint64
}

// add puts field i into the set and reports whether it was new.
func (s *fieldSet) add(i int) bool {
	word := &s.first
	if n := i/64 - 1; n >= 0 {
		for len(s.more) <= n {
			s.more = append(s.more, 0)
		}
		word = &s.more[n]
	}
	bit := uint64(1) << (i % 64)
	isNew := *word&bit == 0
	*word |= bit
	return isNew
}

// A keySet holds the keys of a map that have been given.
// The zero keySet is empty. It allocates nothing for its first keys.
type keySet struct {
	few  [8][]byte
	n    int // used elements of few
	many map[string]struct{}
}

// add puts a key into the set and reports whether it was new.
// The key must not be changed afterwards.
func (s *keySet) add(key []byte) bool {
	for _, k := range s.few[:s.n] {
		if bytes.Equal(k, key) {
			return false
		}
	}
	if s.n < len(s.few) {
		s.few[s.n] = key
		s.n++
		return true
	}
	if _, found := s.many[string(key)]; found {
		return false
	}
	if s.many == nil {
		s.many = map[string]struct{}{}
	}
	s.many[string(key)] = struct{}{}
	return true
}

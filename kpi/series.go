package kpi

import (
	"cmp"
	"slices"
	"sort"
	"time"
)

// A series holds the readings of one metric and channel in order of time. They
// lie in blocks, so that a late reading moves a block's worth of others and no
// more, and each block knows the sum of the readings before it, so that a sum
// over a window looks into two blocks only. Readings of periods are kept apart:
// a window must hold all of one.
type series struct {
	blocks []*block // none is empty
	spans  []span   // ordered by their last instant
	fresh  []span   // added, not yet among spans
	gone   []span   // removed, still among spans
}

const blockSize = 256

// A block is a run of readings and what they come to.
type block struct {
	readings []reading
	fold     Tally  // of the readings, without the newest
	sum      Number // of all readings in earlier blocks
	count    int64  // of all readings in earlier blocks
}

// A reading stands at an instant. Readings are ordered by instant, revision and
// value: the newest is the last, and those that tie with it are its neighbours.
type reading struct {
	at       instant
	revision int64
	value    Number
}

// A span is the reading of a period; it stands at the last instant inside it.
type span struct {
	reading
	from instant
}

// An instant is a time.Time without a zone.
type instant struct {
	sec  int64
	nano int32
}

func instantOf(t time.Time) instant { return instant{t.Unix(), int32(t.Nanosecond())} }

func (i instant) time() time.Time { return time.Unix(i.sec, int64(i.nano)).UTC() }

func (i instant) compare(j instant) int {
	if i.sec != j.sec {
		return cmp.Compare(i.sec, j.sec)
	}
	return cmp.Compare(i.nano, j.nano)
}

// age orders readings by instant and revision.
func (r *reading) age(s *reading) int {
	if c := r.at.compare(s.at); c != 0 {
		return c
	}
	return cmp.Compare(r.revision, s.revision)
}

func (r *reading) compare(s *reading) int {
	if c := r.age(s); c != 0 {
		return c
	}
	return r.value.Cmp(s.value)
}

func (s *span) compare(t *span) int {
	if c := s.reading.compare(&t.reading); c != 0 {
		return c
	}
	return s.from.compare(t.from)
}

func readingOf(o *Observation) reading {
	return reading{instantOf(o.instant()), o.Revision, o.Value}
}

func spanOf(o *Observation) span { return span{readingOf(o), instantOf(o.Period.Start)} }

// add puts a reading in its place. It returns the first block whose earlier sums
// are no longer right; settle mends them, once for many changes.
func (s *series) add(o *Observation) (stale int) {
	if o.hasPeriod() {
		s.fresh = append(s.fresh, spanOf(o))
		return len(s.blocks)
	}
	r := readingOf(o)
	i := s.home(&r)
	b := s.blocks[i]
	j := sort.Search(len(b.readings), func(j int) bool { return b.readings[j].compare(&r) > 0 })
	b.readings = slices.Insert(b.readings, j, r)
	b.fold.count(r.value)
	return i
}

// home returns a block with room that r belongs into.
func (s *series) home(r *reading) int {
	last := len(s.blocks) - 1
	if last < 0 { // most series are short: let the block grow
		s.blocks = []*block{{}}
		return 0
	}
	if len(s.blocks[last].readings) == blockSize && s.blocks[last].endsBefore(r) {
		s.blocks = append(s.blocks, &block{readings: make([]reading, 0, blockSize)})
		return last + 1
	}
	i := sort.Search(last, func(i int) bool { return !s.blocks[i].endsBefore(r) })
	if b := s.blocks[i]; len(b.readings) == blockSize {
		rest := &block{readings: append(make([]reading, 0, blockSize), b.readings[blockSize/2:]...)}
		b.readings = b.readings[:blockSize/2]
		b.refold()
		rest.refold()
		s.blocks = slices.Insert(s.blocks, i+1, rest)
		if b.endsBefore(r) {
			i++
		}
	}
	return i
}

func (b *block) endsBefore(r *reading) bool { return b.readings[len(b.readings)-1].compare(r) < 0 }

func (b *block) refold() {
	b.fold = Tally{}
	for k := range b.readings {
		b.fold.count(b.readings[k].value)
	}
}

// remove takes out a reading that says what o says; which one makes no
// difference. It returns what add returns.
func (s *series) remove(o *Observation) (stale int) {
	if o.hasPeriod() {
		s.gone = append(s.gone, spanOf(o))
		return len(s.blocks)
	}
	r := readingOf(o)
	p := s.search(func(x *reading) bool { return x.compare(&r) >= 0 })
	b := s.blocks[p.block]
	b.readings = slices.Delete(b.readings, p.i, p.i+1)
	b.refold()
	if len(b.readings) == 0 {
		s.blocks = slices.Delete(s.blocks, p.block, p.block+1)
	}
	return p.block
}

// settle mends the earlier sums from a stale block on, and puts the readings of
// periods in their places.
func (s *series) settle(stale int) {
	s.settleSpans()
	for i := stale; i < len(s.blocks); i++ {
		b := s.blocks[i]
		b.sum, b.count = Int(0), 0
		if i > 0 {
			p := s.blocks[i-1]
			b.sum, b.count = p.sum.Add(p.fold.Sum), p.count+p.fold.Count
		}
	}
}

func (s *series) settleSpans() {
	order := func(a, b span) int { return a.compare(&b) }
	slices.SortFunc(s.fresh, order)
	slices.SortFunc(s.gone, order)
	if len(s.gone) > 0 {
		s.spans = slices.DeleteFunc(s.spans, func(x span) bool {
			found := len(s.gone) > 0 && s.gone[0].compare(&x) == 0
			if found {
				s.gone = s.gone[1:]
			}
			return found
		})
	}
	late := len(s.spans) > 0 && len(s.fresh) > 0 && s.fresh[0].compare(&s.spans[len(s.spans)-1]) < 0
	s.spans = append(s.spans, s.fresh...)
	if late {
		slices.SortFunc(s.spans, order)
	}
	s.fresh, s.gone = nil, nil
}

// A place is a position among the readings: reading i of a block. The place
// after all readings is the start of a block that does not exist.
type place struct{ block, i int }

func (p place) before(q place) bool { return p.block < q.block || p.block == q.block && p.i < q.i }

// search returns the place of the first reading that is past something, which
// all later ones are too.
func (s *series) search(past func(*reading) bool) place {
	k := sort.Search(len(s.blocks), func(k int) bool {
		b := s.blocks[k]
		return past(&b.readings[len(b.readings)-1])
	})
	if k == len(s.blocks) {
		return place{k, 0}
	}
	b := s.blocks[k]
	return place{k, sort.Search(len(b.readings), func(i int) bool { return past(&b.readings[i]) })}
}

// from returns the place of the first reading at or after t.
func (s *series) from(t instant) place {
	return s.search(func(r *reading) bool { return r.at.compare(t) >= 0 })
}

// previous returns the reading before p, nil if there is none.
func (s *series) previous(p place) *reading {
	switch {
	case p.i > 0:
		return &s.blocks[p.block].readings[p.i-1]
	case p.block > 0:
		b := s.blocks[p.block-1]
		return &b.readings[len(b.readings)-1]
	}
	return nil
}

// upTo returns the sum and the number of the readings before p.
func (s *series) upTo(p place) (sum Number, count int64) {
	if p.block == len(s.blocks) {
		if p.block == 0 {
			return Int(0), 0
		}
		last := s.blocks[p.block-1]
		return last.sum.Add(last.fold.Sum), last.count + last.fold.Count
	}
	b := s.blocks[p.block]
	return b.sum.Add(sumOf(b.readings[:p.i])), b.count + int64(p.i)
}

// sumOf returns the sum of the values. Readings of one series mostly have the
// same number of decimal places, and then their coefficients add up.
func sumOf(readings []reading) Number {
	sum := Int(0)
	for i := range readings {
		v := &readings[i].value
		if c := sum.coef + v.coef; v.exp == sum.exp && v.rare == nil && sum.rare == nil && (c > sum.coef) == (v.coef > 0) {
			sum.coef = c
			continue
		}
		sum = sum.Add(*v)
	}
	return sum
}

package flat

import "math/bits"

// A slotSet is a set of slots that gives them back from the last to the first.
// Each word of a level tells which words of the level below it are not empty.
type slotSet struct {
	levels [][]uint64 // from the slots up to a single word
}

func newSlotSet(n int) slotSet {
	var s slotSet
	for {
		n = (n + 63) / 64
		s.levels = append(s.levels, make([]uint64, n))
		if n <= 1 {
			return s
		}
	}
}

func (s *slotSet) add(slot int32) {
	i := uint32(slot)
	for _, level := range s.levels {
		word := &level[i/64]
		before := *word
		*word |= 1 << (i % 64)
		if before != 0 {
			return // the levels above know
		}
		i /= 64
	}
}

// takeLast removes the highest slot. It reports false if there is none.
func (s *slotSet) takeLast() (int32, bool) {
	if s.isEmpty() {
		return 0, false
	}
	i := uint32(0)
	for l := len(s.levels) - 1; l >= 0; l-- {
		i = i*64 + uint32(bits.Len64(s.levels[l][i])) - 1
	}
	slot := int32(i)
	for _, level := range s.levels {
		word := &level[i/64]
		if *word &^= 1 << (i % 64); *word != 0 {
			break
		}
		i /= 64
	}
	return slot, true
}

func (s *slotSet) isEmpty() bool {
	top := s.levels[len(s.levels)-1]
	return len(top) == 0 || top[0] == 0
}

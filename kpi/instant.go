package kpi

import (
	"cmp"
	"time"
)

// An instant is a time.Time without a zone.
type instant struct {
	sec  int64
	nano int32
}

func instantOf(t time.Time) instant { return instant{t.Unix(), int32(t.Nanosecond())} }

func (i instant) time() time.Time { return time.Unix(i.sec, int64(i.nano)).UTC() }

func (i instant) before(j instant) bool {
	return i.sec < j.sec || i.sec == j.sec && i.nano < j.nano
}

func (i instant) compare(j instant) int {
	if i.sec != j.sec {
		return cmp.Compare(i.sec, j.sec)
	}
	return cmp.Compare(i.nano, j.nano)
}

// firstFrom returns the position of the first instant at or after t in a list
// in order of time, its length if there is none.
func firstFrom(list []instant, t instant) int {
	lo, hi := 0, len(list)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); list[mid].before(t) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// firstNear returns what firstFrom does, sooner if that is near a guess.
func firstNear(list []instant, t instant, guess int) int {
	const reach = 4
	guess = min(max(guess, 0), len(list))
	lo, hi := max(guess-reach, 0), min(guess+reach, len(list))
	if (lo == 0 || list[lo-1].before(t)) && (hi == len(list) || !list[hi].before(t)) {
		return lo + firstFrom(list[lo:hi], t)
	}
	return firstFrom(list, t)
}

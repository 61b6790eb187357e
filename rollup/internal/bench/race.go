package main

import (
	"log"
	"math"
	"runtime"
	"slices"
	"time"
)

// A variant is one of several ways to do the same work.
type variant struct {
	name string
	work func()
}

// times are the costs of variants by name.
type times map[string]*cost

// A cost is what one piece of work took, by round.
type cost struct {
	ns     []float64
	allocs float64 // in the round with the fewest: what others allocate is not ours
}

// race lets every variant work once a round, in rotating order, so that whatever
// else the machine does meets all of them. Where rounds are short there are up to
// three times as many.
func (s scale) race(variants ...variant) times {
	began := time.Now()
	t, repeats := times{}, make([]int, len(variants))
	for i, v := range variants {
		t[v.name] = &cost{allocs: math.Inf(1)}
		repeats[i] = s.repeats(v.work)
	}
	start := time.Now()
	for round := 0; round < s.rounds || round < 3*s.rounds && time.Since(start) < s.patience; round++ {
		for k := range variants {
			i := (round + k) % len(variants)
			t[variants[i].name].add(variants[i].work, repeats[i])
		}
	}
	if took := time.Since(began); took > 10*time.Second {
		log.Printf("%v for %d variants with %s", took.Round(time.Second), len(variants), variants[0].name)
	}
	return t
}

// fewer returns the same scale with fewer rounds, for work of many seconds.
func (s scale) fewer(rounds int) scale {
	s.rounds = min(s.rounds, rounds)
	return s
}

// repeats returns how often work fits into a turn, at least once.
func (s scale) repeats(work func()) int {
	for n := 1; ; n *= 4 {
		start := time.Now()
		for range n {
			work()
		}
		if took := time.Since(start); took > s.turn/8 || n > 1<<28 {
			return max(1, int(float64(n)*float64(s.turn)/float64(took+1)))
		}
	}
}

func (c *cost) add(work func(), repeats int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	for range repeats {
		work()
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	count := after.Mallocs - before.Mallocs
	if count > 1000 {
		runtime.GC() // or the next one pays for it
	}
	c.ns = append(c.ns, float64(took.Nanoseconds())/float64(repeats))
	c.allocs = min(c.allocs, math.Floor(float64(count)/float64(repeats)))
}

// ns returns what a variant took for one of so many parts of its work.
func (t times) ns(name string, parts int) spread {
	all := slices.Clone(t[name].ns)
	for i := range all {
		all[i] /= float64(parts)
	}
	return spreadOf(all)
}

// ratio returns what one variant cost in terms of another, by round.
func (t times) ratio(name, of string) spread {
	all := slices.Clone(t[name].ns)
	for i := range all {
		all[i] /= t[of].ns[i]
	}
	return spreadOf(all)
}

// A spread is the median of some rounds, and between what the middle half lies.
type spread struct{ low, median, high float64 }

func spreadOf(all []float64) spread {
	slices.Sort(all)
	n := len(all)
	return spread{all[n/4], all[n/2], all[n-1-n/4]}
}

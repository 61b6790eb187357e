package trend

import "cmp"

// needed returns the rate that hits the target in the time left, per day.
func (s *stand) needed() Figure {
	if why := cmp.Or(s.ahead(), s.over()); why != "" {
		return none(why)
	}
	return figure((s.to.value - s.value.value) / s.left)
}

// load returns how many times the current rate the needed one is.
func (s *stand) load(needed, current Figure) Figure {
	if why := missing(needed, current); why != "" {
		return none(why)
	}
	if current.value*s.direction.value <= 0 {
		return none(NotTowards)
	}
	return figure(needed.value / current.value)
}

// toGo returns the to-go index: what is left to do by what the plan leaves.
func (s *stand) toGo() Figure {
	if why := missing(s.progress, s.expected); why != "" {
		return none(why)
	}
	if s.expected.value >= 1 {
		return none(AllExpected)
	}
	return figure(max(1-s.progress.value, 0) / (1 - s.expected.value))
}

// buffer returns the days until as much is expected as is done, or since. The
// expectation is taken to run straight from 0 to now, and from now to 1.
func (s *stand) buffer() Figure {
	if why := cmp.Or(missing(s.progress, s.expected), s.over()); why != "" {
		return none(why)
	}
	done, expected := min(max(s.progress.value, 0), 1), s.expected.value
	switch lead := done - expected; {
	case lead > 0:
		return figure(lead / (1 - expected) * s.left)
	case lead < 0:
		return figure(lead / expected * s.elapsed)
	}
	return figure(0)
}

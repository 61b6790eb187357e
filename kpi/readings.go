package kpi

import "iter"

// Readings returns an iterator over the readings in force that stand in a period
// of time (see [Observation.Instant]): series by series in the order in which
// these were first read, those of one channel by time, and readings of periods
// after the others. Ids are not kept.
func (l *Ledger) Readings(within Period) iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		if l == nil {
			return // nothing was read
		}
		for k := range l.topics.list {
			if t := &l.topics.list[k]; !t.readings(within, yield) {
				return
			}
		}
	}
}

// readings reports false once yield does.
func (t *topic) readings(within Period, yield func(Observation) bool) bool {
	hand := func(c *channelSeries) bool {
		return c.readings(within, func(r *reading, from *instant) bool {
			o := Observation{Metric: t.metric, Goal: t.goal, Channel: c.channel, Value: r.value, Revision: r.revision}
			if from != nil {
				o.Period = Period{Start: from.time(), End: r.at.time().Add(1)}
			} else {
				o.At = r.at.time()
			}
			return yield(o)
		})
	}
	if !hand(&t.first) {
		return false
	}
	if t.more != nil {
		for k := range t.more.list {
			if !hand(&t.more.list[k]) {
				return false
			}
		}
	}
	return true
}

// readings hands over each reading and, of one of a period, where that starts.
func (s *series) readings(within Period, hand func(r *reading, from *instant) bool) bool {
	start, end := instantOf(within.Start), instantOf(within.End)
	if s.timeline == nil {
		r := &s.only
		return !r.value.Given() || r.at.before(start) || !r.at.before(end) || hand(r, nil)
	}
	l := s.timeline
	for p, last := l.from(start), l.from(end); p.before(last); p = l.next(p) {
		r := l.blocks[p.block].reading(p.i)
		if !hand(&r, nil) {
			return false
		}
	}
	for i, last := l.spans.before(start), l.spans.before(end); i < last; i++ {
		if x := &l.spans.list[i]; !hand(&x.reading, &x.from) {
			return false
		}
	}
	return true
}

// next returns the place after p.
func (l *timeline) next(p place) place {
	if p.i+1 < l.blocks[p.block].len() {
		return place{p.block, p.i + 1}
	}
	return place{p.block + 1, 0}
}

package kpi

// tally answers a query. A tally without readings still says how old the
// newest is.
func (l *timeline) tally(q *Query) (Tally, error) {
	end := instantOf(q.Window.End)
	switch q.Combine {
	case Last:
		return l.latest(q, end)
	case Unique:
		return l.spans.exactly(q)
	}
	var t Tally
	lo, hi := l.from(instantOf(q.Window.Start)), l.from(end)
	if lo.before(hi) {
		inside := l.upTo(hi).minus(l.upTo(lo))
		t.Sum, t.Count = inside.sum, inside.count
		if q.Combine == Min || q.Combine == Max {
			t.Min, t.Max = l.extremes(lo, hi)
		}
	}
	if len(l.spans.list) > 0 {
		l.spans.fold(&t, q.Window)
	}
	if r, ok := l.newest(hi, end); ok {
		t.LastAt = r.at.time()
	}
	return t, nil
}

// extremes returns the least and the greatest reading from lo up to hi, which is
// after lo and not reached. Of whole blocks they are known.
func (l *timeline) extremes(lo, hi place) (least, most Number) {
	for k := lo.block; k < len(l.blocks) && k <= hi.block; k++ {
		b := l.blocks[k]
		first, end := 0, b.len()
		if k == lo.block {
			first = lo.i
		}
		if k == hi.block {
			end = hi.i
		}
		low, high := b.min, b.max
		switch {
		case first == end:
			continue
		case end-first < b.len():
			low, high = b.values.extremes(first, end)
		}
		if !least.Given() {
			least, most = low, high
		}
		least, most = lesser(least, low), greater(most, high)
	}
	return least, most
}

// newest returns the newest reading before end, of a period or not; hi is the
// place after the last that is not. It reports false if there is none.
func (l *timeline) newest(hi place, end instant) (reading, bool) {
	r, ok := l.previous(hi)
	if len(l.spans.list) == 0 {
		return r, ok
	}
	if i := l.spans.before(end); i > 0 && (!ok || l.spans.list[i-1].reading.compare(&r) > 0) {
		return l.spans.list[i-1].reading, true
	}
	return r, ok
}

// latest tallies the newest reading before end.
func (l *timeline) latest(q *Query, end instant) (Tally, error) {
	hi := l.from(end)
	r, ok := l.newest(hi, end)
	if !ok {
		return Tally{}, nil
	}
	rival, spanRival := r.value, r.value
	if x, ok := l.oldest(hi, &r); ok {
		rival = x.value
	}
	if x, ok := l.spans.oldest(&r); ok {
		spanRival = x.value
	}
	return single(q, &r, rival, spanRival)
}

// oldest returns the first reading that is as old as r, the least of those that
// tie with it; hi is the place after the last of them. It reports false if there
// is none.
func (l *timeline) oldest(hi place, r *reading) (reading, bool) {
	p, ok := l.back(hi)
	if !ok || l.age(p, r) != 0 {
		return reading{}, false
	}
	if before, ok := l.back(p); ok && l.age(before, r) == 0 {
		p = l.search(func(b *block, i int) bool { return b.age(i, r) >= 0 })
	}
	return l.blocks[p.block].reading(p.i), true
}

func (l *timeline) age(p place, r *reading) int { return l.blocks[p.block].age(p.i, r) }

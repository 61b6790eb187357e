package smart

// fillChannel fills the channels: the one that the goal is about is that inside
// the metric, else the one nearest to it. Channels that are only means do not count.
func (r *reading) fillChannel(c clause, n noun) {
	type named struct {
		stretchOf
		id string
	}
	var all []named
	for i := 0; i < len(r.tokens); {
		p, end := r.find(i, tableChannel)
		if end == i {
			i++
			continue
		}
		if p.value == "" {
			i = end
			continue
		}
		span := r.span(i, end)
		r.draft.Channels = append(r.draft.Channels, Slot[string]{p.value, span, Explicit})
		if !r.inMeans(i) {
			all = append(all, named{stretchOf{i, end}, p.value})
		}
		i = end
	}
	best, rank := -1, 1<<30
	for k, ch := range all {
		d := distance(ch.stretchOf, n.stretchOf)
		if !c.has(ch.from) {
			d += 1 << 20
		}
		if d < rank {
			best, rank = k, d
		}
	}
	if best >= 0 {
		r.draft.Channel = Slot[string]{all[best].id, r.span(all[best].from, all[best].to), Explicit}
	}
}

// distance returns how many tokens lie between two stretches; what comes after
// counts as nearer than what comes before.
func distance(a, b stretchOf) int {
	switch {
	case a.from >= b.from && a.to <= b.to:
		return 0
	case a.from >= b.to:
		return 2 * (a.from - b.to + 1)
	}
	return 2*(b.from-a.to+1) + 1
}

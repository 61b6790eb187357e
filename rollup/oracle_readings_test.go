package rollup_test

import (
	"cmp"
	"fmt"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// addReadings gives most metrics and own series some readings.
func (b *builder) addReadings() {
	if b.oneIn(8) {
		return // nothing was read at all
	}
	for _, m := range b.plan.Metrics {
		for range 2 + b.dice(6) {
			if !m.Derived() {
				b.addReading(kpi.Observation{Metric: m.ID}, m.Combine)
			}
		}
	}
	for i := range b.plan.Goals {
		if g := &b.plan.Goals[i]; g.Measure != nil && g.Measure.Metric == "" {
			for range 1 + b.dice(3) {
				b.addReading(kpi.Observation{Goal: g.ID}, kpi.Last)
			}
		}
	}
	if len(b.plan.Goals) < 100 {
		b.addAsked()
	}
}

// addAsked gives some goals readings where they are asked for besides their
// value: around their baselines, and in due periods.
func (b *builder) addAsked() {
	o := newOracle(b.world, roundNever, func(string) {})
	for i := range b.plan.Goals {
		g := &b.plan.Goals[i]
		spans := o.asked(g)
		if len(spans) == 0 || b.oneIn(4) {
			continue
		}
		first, run := b.dice(len(spans)), 2+b.dice(8)
		if b.oneIn(2) { // the latest
			first = max(0, len(spans)-run)
		}
		for _, span := range spans[first:min(len(spans), first+run)] {
			b.addWithin(span, o.readsOf(g))
		}
	}
}

// asked returns the spans of g's baseline or its due periods, as far as they
// are not cut.
func (o *oracle) asked(g *goal.Goal) []kpi.Period {
	switch {
	case g.Measure == nil || g.Measure.Target == nil:
		return nil
	case measuresBaseline(g.Measure.Target, o.combineOf(g)):
		return []kpi.Period{o.baselineSpan(g)}
	case !shared(g):
		return nil
	}
	spans := o.due(g)
	for i, due := range spans {
		spans[i] = o.dueWindow(g, due)
	}
	return spans
}

// readsOf returns what g's measure reads: a series, or those of its parts.
func (o *oracle) readsOf(g *goal.Goal) []kpi.Observation {
	channel := cmp.Or(g.Measure.Channel, g.Channel)
	metric, ok := o.metric(g.Measure.Metric)
	if !ok {
		return []kpi.Observation{{Goal: g.ID, Channel: channel}}
	}
	if !metric.Derived() {
		return []kpi.Observation{{Metric: metric.ID, Channel: channel}}
	}
	var found []kpi.Observation
	for _, part := range o.plan.Metrics {
		if metric.Numerator[part.ID].Given() || metric.Denominator[part.ID].Given() {
			found = append(found, kpi.Observation{Metric: part.ID, Channel: channel})
		}
	}
	return found
}

// addWithin adds a reading of each series in a span, as a rule: at its bounds,
// somewhere inside, or of all of it.
func (b *builder) addWithin(span kpi.Period, reads []kpi.Observation) {
	for _, ob := range reads {
		switch b.dice(6) {
		case 0:
			ob.At = span.Start
		case 1:
			ob.At = span.End.Add(-time.Nanosecond)
		case 2:
			ob.At = span.End // outside
		case 3:
			ob.Period = b.cutSpan(span)
		default:
			ob.At = span.Start.Add(span.End.Sub(span.Start) / 7 * time.Duration(b.dice(7)))
		}
		if ob.Metric == "unique" {
			ob.At, ob.Period = time.Time{}, b.cutSpan(span)
		}
		if b.oneIn(2) { // what meets most limits, again and again
			ob.Value = b.number([]string{"50", "50", "50", "1"})
		}
		b.addOne(ob)
	}
}

// addReading adds a reading at some time.
func (b *builder) addReading(ob kpi.Observation, combine kpi.Combine) {
	if combine == kpi.Unique || b.oneIn(8) {
		ob.Period = b.span()
	} else {
		ob.At = b.instant()
	}
	b.addOne(ob)
}

// addOne adds a reading that has a time unless it would contradict another.
func (b *builder) addOne(ob kpi.Observation) {
	if ob.Channel == "" {
		ob.Channel = oneOf(b.dice, []string{"a", "b", "", "a"})
	}
	if !ob.Value.Given() {
		ob.Value = b.number(valueTexts)
	}
	if b.oneIn(4) {
		ob.ID = oneOf(b.dice, []string{"r1", "r2"})
		ob.Revision = int64(b.dice(3))
		ob.Withdrawn = b.oneIn(4)
	} else if b.oneIn(6) {
		ob.Revision = 1
	}
	series := ob.Metric + "|" + ob.Goal + "|" + ob.Channel
	stamps := []string{fmt.Sprint(series, readAt(ob).UnixNano(), ob.Revision)}
	if ob.ID != "" {
		stamps = append(stamps, fmt.Sprint(series, ob.ID, ob.Revision))
	}
	for _, s := range stamps {
		if b.stamps[s] {
			return
		}
	}
	for _, s := range stamps {
		b.stamps[s] = true
	}
	b.observations = append(b.observations, ob)
}

// span returns a period that a reading speaks of, often what a goal asks for.
func (b *builder) span() kpi.Period {
	text := oneOf(b.dice, b.plan.Goals).Period
	if b.oneIn(3) {
		text = oneOf(b.dice, periodTexts)
	}
	p, _ := kpi.ParsePeriod(text, b.loc)
	return b.cutSpan(p)
}

// cutSpan ends a span that has begun at the bound, as questions do.
func (b *builder) cutSpan(p kpi.Period) kpi.Period {
	if b.bound.Before(p.End) && b.bound.After(p.Start) {
		p.End = b.bound
	}
	return p
}

// instant returns some time, often soon after a goal has begun, or before.
func (b *builder) instant() time.Time {
	if !b.oneIn(3) {
		p, _ := kpi.ParsePeriod(oneOf(b.dice, b.plan.Goals).Period, b.loc)
		if b.oneIn(4) {
			return p.Start.AddDate(0, 0, -b.dice(40))
		}
		return p.Start.Add(time.Duration(b.dice(6)) * time.Hour)
	}
	span, err := kpi.ParseTime(oneOf(b.dice, append(dateTexts, instantTexts...)), b.loc)
	if err != nil {
		panic(err)
	}
	return span.Start.Add(time.Duration(b.dice(4)) * 5 * time.Hour)
}

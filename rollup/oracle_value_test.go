package rollup_test

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A reading is what a goal's measure reads, or why it reads nothing. Where
// several reasons hold at once each of them is right.
type reading struct {
	value    *big.Rat
	absences []kpi.Absence
}

// series is what the readings of one metric or goal add up from, per channel.
type series map[string][]kpi.Observation

// read returns what g's measure reads over a window (design 4.2).
func (o *oracle) read(g *goal.Goal, window kpi.Period) reading {
	metric, ok := o.metric(g.Measure.Metric)
	if !ok {
		return o.base(kpi.Last, kpi.Count, o.series(g, "", g.ID), window)
	}
	if metric.Derived() {
		return o.derived(g, metric, window)
	}
	return o.base(metric.Combine, metric.Unit, o.series(g, metric.ID, ""), window)
}

// metric returns the metric with this id.
func (o *oracle) metric(id string) (kpi.Metric, bool) {
	i := slices.IndexFunc(o.plan.Metrics, func(m kpi.Metric) bool { return m.ID == id })
	if i < 0 {
		return kpi.Metric{}, false
	}
	return o.plan.Metrics[i], true
}

// window returns the time over which g is measured: its period, or the days
// that end at min(bound, End) (design 4.2).
func (o *oracle) window(g *goal.Goal) kpi.Period {
	period := o.period(g)
	end := o.cut(g)
	if period.End.Before(end) {
		end = period.End
	}
	if g.Measure.Window == "" {
		return kpi.Period{Start: period.Start, End: end}
	}
	return o.trailing(g, end)
}

// A seriesKey names readings that belong together.
type seriesKey struct{ metric, goal, channel string }

// series returns the readings of a metric, or of a goal's own series, on the
// channel of the measure, else of the goal, else all (design 4.2).
func (o *oracle) series(g *goal.Goal, metric, id string) series {
	channel := cmp.Or(g.Measure.Channel, g.Channel)
	key := seriesKey{metric, id, channel}
	if s, ok := o.found[key]; ok {
		return s
	}
	s := series{}
	o.found[key] = s
	for _, ob := range o.readings {
		if ob.Metric == metric && ob.Goal == id && (channel == "" || ob.Channel == channel) {
			s[ob.Channel] = append(s[ob.Channel], ob)
		}
	}
	return s
}

// latestVersions returns the observations that hold: of those with one id the
// highest revision, unless that withdraws the reading (design 4.2).
func latestVersions(obs []kpi.Observation) []kpi.Observation {
	var held []kpi.Observation
	for _, ob := range obs {
		superseded := ob.ID != "" && slices.ContainsFunc(obs, func(other kpi.Observation) bool {
			return other.ID == ob.ID && other.Metric == ob.Metric && other.Goal == ob.Goal &&
				other.Channel == ob.Channel && other.Revision > ob.Revision
		})
		if !superseded && !ob.Withdrawn {
			held = append(held, ob)
		}
	}
	return held
}

// base combines the readings of a base metric over time, then over channels
// (the table of design 4.2).
func (o *oracle) base(combine kpi.Combine, unit kpi.Unit, s series, window kpi.Period) reading {
	var perChannel []*big.Rat // of last and unique
	var all []*big.Rat        // of the others
	for _, channel := range slices.Sorted(maps.Keys(s)) {
		switch combine {
		case kpi.Last:
			perChannel = append(perChannel, newest(s[channel], window.End)...)
		case kpi.Unique:
			perChannel = append(perChannel, exactly(s[channel], window)...)
		default:
			all = append(all, inside(s[channel], window)...)
		}
	}
	if len(perChannel)+len(all) == 0 {
		o.hit("absence: no reading")
		return reading{absences: []kpi.Absence{kpi.NoReading}}
	}
	o.hit("combine: " + string(combine))
	switch combine {
	case kpi.Sum:
		return reading{value: ratSum(all)}
	case kpi.Mean:
		return reading{value: ratDiv(ratSum(all), big.NewRat(int64(len(all)), 1))}
	case kpi.Min:
		return reading{value: slices.MinFunc(all, (*big.Rat).Cmp)}
	case kpi.Max:
		return reading{value: slices.MaxFunc(all, (*big.Rat).Cmp)}
	}
	_, money := unit.Currency()
	adds := combine == kpi.Last && (money || unit == "" || unit == kpi.Count)
	if len(perChannel) > 1 && !adds {
		o.hit("absence: channels do not add")
		return reading{absences: []kpi.Absence{kpi.ChannelsDoNotAdd}}
	}
	if len(perChannel) > 1 {
		o.hit("last: channels added")
	}
	return reading{value: ratSum(perChannel)}
}

// newest returns the newest reading before end, however old.
func newest(obs []kpi.Observation, end time.Time) []*big.Rat {
	var held *kpi.Observation
	for _, ob := range obs {
		if readAt(ob).Before(end) && (held == nil || newer(ob, *held)) {
			held = &ob
		}
	}
	if held == nil {
		return nil
	}
	return []*big.Rat{held.Value.Rat()}
}

// newer orders readings by instant, and those of one instant by revision.
func newer(a, b kpi.Observation) bool {
	return cmp.Or(readAt(a).Compare(readAt(b)), cmp.Compare(a.Revision, b.Revision)) > 0
}

// readAt returns when an observation was read, for a span its last instant.
func readAt(ob kpi.Observation) time.Time {
	if ob.At.IsZero() {
		return ob.Period.End.Add(-time.Nanosecond)
	}
	return ob.At
}

// exactly returns the reading for exactly the window, the highest revision of several.
func exactly(obs []kpi.Observation, window kpi.Period) []*big.Rat {
	obs = slices.DeleteFunc(slices.Clone(obs), func(ob kpi.Observation) bool {
		return !ob.At.IsZero() || !ob.Period.Equal(window)
	})
	return newest(obs, window.End)
}

// inside returns the readings of the window; a span counts where all of it lies inside.
func inside(obs []kpi.Observation, window kpi.Period) []*big.Rat {
	var found []*big.Rat
	for _, ob := range obs {
		instant := !ob.At.IsZero() && !ob.At.Before(window.Start) && ob.At.Before(window.End)
		span := ob.At.IsZero() && !ob.Period.Start.Before(window.Start) && !ob.Period.End.After(window.End)
		if instant || span {
			found = append(found, ob.Value.Rat())
		}
	}
	return found
}

func ratSum(all []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, x := range all {
		sum.Add(sum, x)
	}
	return sum
}

// derived is scale × (sum a·m) / (sum b·m), each m over the window first;
// unknown unless every part is known (design 4.2).
func (o *oracle) derived(g *goal.Goal, metric kpi.Metric, window kpi.Period) reading {
	var absences []kpi.Absence
	weighted := func(terms map[string]kpi.Number) *big.Rat {
		sum := new(big.Rat)
		for id, coefficient := range terms {
			part, _ := o.metric(id)
			read := o.base(part.Combine, part.Unit, o.series(g, id, ""), window)
			absences = append(absences, read.absences...)
			if read.value != nil {
				sum.Add(sum, ratMul(coefficient.Rat(), read.value))
			}
		}
		return sum
	}
	above, below := weighted(metric.Numerator), weighted(metric.Denominator)
	switch {
	case len(absences) > 0:
		return reading{absences: absences}
	case below.Sign() == 0:
		o.hit("absence: denominator")
		return reading{absences: []kpi.Absence{kpi.ZeroDenominator}}
	}
	o.hit("combine: derived")
	if metric.Scale.Given() {
		above = ratMul(above, metric.Scale.Rat())
	}
	return reading{value: ratDiv(above, below)}
}

// combineOf returns how the readings behind g's measure combine.
func (o *oracle) combineOf(g *goal.Goal) kpi.Combine {
	metric, ok := o.metric(g.Measure.Metric)
	if !ok {
		return kpi.OwnSeries
	}
	return metric.Combine
}

// score is the raw progress that a value stands for (the table of design 4.3).
func (o *oracle) score(t *kpi.Target, combine kpi.Combine, v *big.Rat) *big.Rat {
	o.hit("target: " + string(t.Kind))
	switch t.Kind {
	case kpi.KindReach:
		from, to := targetEnds(t, combine)
		return throughPoints(t, from, to, v)
	case kpi.KindAtLeast:
		return kept(ratSub(t.Value.Rat(), v), t.Tolerance)
	case kpi.KindAtMost:
		return kept(ratSub(v, t.Value.Rat()), t.Tolerance)
	case kpi.KindWithin:
		return kept(ratMax(ratSub(t.Low.Rat(), v), ratSub(v, t.High.Rat())), t.Tolerance)
	}
	panic("no such target")
}

// done is 1 once a reading is at least 1, else a known 0 (design 4.3). A
// derived metric has no readings of its own, only a value.
func (o *oracle) done(g *goal.Goal, read reading) *big.Rat {
	highest := o.singles(g)
	if metric, ok := o.metric(g.Measure.Metric); ok && metric.Derived() && read.value != nil {
		highest = []*big.Rat{read.value}
	}
	for _, x := range highest {
		if x.Cmp(ratOne) >= 0 {
			o.hit("target: done")
			return ratOne
		}
	}
	o.hit("target: not done")
	return ratZero
}

// singles returns the readings that g's measure combines, where the latest
// counts also those of before.
func (o *oracle) singles(g *goal.Goal) []*big.Rat {
	var found []*big.Rat
	window := o.window(g)
	for _, obs := range o.series(g, g.Measure.Metric, ownSeriesOf(g)) {
		if o.combineOf(g) != kpi.Last {
			found = append(found, inside(obs, window)...)
			continue
		}
		for _, ob := range obs {
			if readAt(ob).Before(window.End) {
				found = append(found, ob.Value.Rat())
			}
		}
	}
	return found
}

// ownSeriesOf returns the goal that the readings name, if they name no metric.
func ownSeriesOf(g *goal.Goal) string {
	if g.Measure.Metric == "" {
		return g.ID
	}
	return ""
}

func ratMax(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// targetEnds returns the values that score 0 and 1, if the plan gives both.
// Readings that add up score from 0, unless the target bends.
func targetEnds(t *kpi.Target, combine kpi.Combine) (from, to *big.Rat) {
	from, to = t.From.Rat(), t.To.Rat()
	if t.Change != "" {
		to = changed(from, t.Change)
	}
	if combine == kpi.Sum && len(t.Points) == 0 {
		from = ratZero
	}
	return from, to
}

// throughPoints goes along straight lines through (from, 0), the points and
// (to, 1), beyond the ends along the outer ones.
func throughPoints(t *kpi.Target, from, to, v *big.Rat) *big.Rat {
	xs, ys := []*big.Rat{from}, []*big.Rat{ratZero}
	for _, p := range t.Points {
		xs, ys = append(xs, p.Value.Rat()), append(ys, p.Progress.Rat())
	}
	xs, ys = append(xs, to), append(ys, ratOne)
	up := from.Cmp(to) < 0
	piece := 0
	for piece+2 < len(xs) && (v.Cmp(xs[piece+1]) > 0) == up && v.Cmp(xs[piece+1]) != 0 {
		piece++
	}
	return lineAt(xs[piece], ys[piece], xs[piece+1], ys[piece+1], v)
}

// lineAt returns the height at x of the line through (x0, y0) and (x1, y1).
func lineAt(x0, y0, x1, y1, x *big.Rat) *big.Rat {
	slope := ratDiv(ratSub(y1, y0), ratSub(x1, x0))
	return ratAdd(y0, ratMul(slope, ratSub(x, x0)))
}

// kept is 1 up to the limit, else falls linearly to 0 at the tolerance.
func kept(beyond *big.Rat, tolerance kpi.Number) *big.Rat {
	switch {
	case beyond.Sign() <= 0:
		return ratOne
	case tolerance.Sign() == 0:
		return ratZero
	}
	return ratMax(ratZero, ratSub(ratOne, ratDiv(beyond, tolerance.Rat())))
}

// ownExpectation is what g's own profile expects by its cut (design 4.6).
func (o *oracle) ownExpectation(g *goal.Goal) *big.Rat {
	period, at := o.period(g), o.cut(g)
	var target *kpi.Target
	if g.Measure != nil {
		target = g.Measure.Target
	}
	switch {
	case !at.After(period.Start):
		return ratZero
	case g.Expected != nil && len(g.Expected.Checkpoints) > 0:
		return o.checkpoints(g.Expected, period, at)
	case g.Expected != nil && len(g.Expected.Buckets) > 0:
		return o.buckets(g.Expected, period, at)
	case target != nil && target.Kind.Control():
		o.hit("expected: control")
		return ratOne
	case target != nil && target.Kind == kpi.KindDone:
		o.hit("expected: done")
		if at.Before(period.End) {
			return ratZero
		}
		return ratOne
	}
	o.hit("expected: linear")
	return elapsed(period, at)
}

// elapsed returns the share of a period that is over.
func elapsed(p kpi.Period, at time.Time) *big.Rat {
	switch {
	case !at.After(p.Start):
		return ratZero
	case !at.Before(p.End):
		return ratOne
	}
	return ratDiv(instant(at, p.Start), instant(p.End, p.Start))
}

// instant returns the nanoseconds from an origin to t.
func instant(t, origin time.Time) *big.Rat {
	seconds := big.NewRat(t.Unix()-origin.Unix(), 1)
	nanoseconds := big.NewRat(int64(t.Nanosecond()-origin.Nanosecond()), 1)
	return ratAdd(ratMul(seconds, ratOf("1e9")), nanoseconds)
}

// checkpoints expects each checkpoint's progress when its day is over: in
// steps, or along lines from (Start, 0) to (End, 1).
func (o *oracle) checkpoints(profile *goal.Profile, period kpi.Period, at time.Time) *big.Rat {
	lastAt, last := period.Start, ratZero
	for _, c := range profile.Checkpoints {
		day, err := kpi.ParseTime(c.Date, o.loc)
		o.must(err)
		if at.Before(day.End) {
			if profile.Steps {
				o.hit("expected: steps")
				return last
			}
			o.hit("expected: lines")
			return lineAt(instant(lastAt, period.Start), last, instant(day.End, period.Start), c.Progress.Rat(), instant(at, period.Start))
		}
		lastAt, last = day.End, c.Progress.Rat()
	}
	return o.afterCheckpoints(profile, period, lastAt, last, at)
}

// afterCheckpoints holds the last step; a line goes on to 1 at the end.
func (o *oracle) afterCheckpoints(profile *goal.Profile, period kpi.Period, lastAt time.Time, last *big.Rat, at time.Time) *big.Rat {
	switch {
	case profile.Steps && at.Before(period.End):
		o.hit("expected: last step")
		return last
	case !at.Before(period.End):
		return ratOne
	}
	o.hit("expected: last line")
	return lineAt(instant(lastAt, period.Start), last, instant(period.End, period.Start), ratOne, instant(at, period.Start))
}

// buckets expects the weight of the buckets that are over, and of the current
// one the part that is.
func (o *oracle) buckets(profile *goal.Profile, period kpi.Period, at time.Time) *big.Rat {
	spans := slices.Collect(period.Months(o.loc))
	switch profile.By {
	case goal.ByWeek:
		spans = slices.Collect(period.Weeks(o.loc))
	case goal.BySlice, "":
		return o.slices(profile, elapsed(period, at))
	}
	o.hit("expected: buckets by " + string(profile.By))
	done, whole := new(big.Rat), new(big.Rat)
	for i, span := range spans {
		weight := profile.Buckets[i].Rat()
		done.Add(done, ratMul(weight, elapsed(span, at)))
		whole.Add(whole, weight)
	}
	return ratDiv(done, whole)
}

// slices are buckets of equal length.
func (o *oracle) slices(profile *goal.Profile, share *big.Rat) *big.Rat {
	o.hit("expected: buckets by slice")
	n := big.NewRat(int64(len(profile.Buckets)), 1)
	done, whole := new(big.Rat), new(big.Rat)
	for i, bucket := range profile.Buckets {
		over := ratClamp(ratSub(ratMul(share, n), big.NewRat(int64(i), 1)), ratZero, ratOne)
		done.Add(done, ratMul(bucket.Rat(), over))
		whole.Add(whole, bucket.Rat())
	}
	return ratDiv(done, whole)
}

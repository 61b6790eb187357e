package rollup_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A world is all that an evaluation depends on, as plain data.
type world struct {
	plan         goal.Plan
	observations []kpi.Observation
	policy       rollup.Policy
	moment       string
}

// dice choose one of 0 to n-1. The random ones are seeded; those of the fuzz
// target read their choices from bytes.
type dice func(n int) int

func seededDice(seed uint64) dice { return rand.New(rand.NewPCG(seed, 99)).IntN }

// byteDice read one byte for each choice, and choose 0 when there are no more.
func byteDice(program []byte) dice {
	return func(n int) int {
		if len(program) == 0 {
			return 0
		}
		b := int(program[0])
		program = program[1:]
		return b % n
	}
}

// oneIn is true once in n; never when a program has ended.
func (d dice) oneIn(n int) bool { return d(n) == n-1 }

func oneOf[T any](d dice, list []T) T { return list[d(len(list))] }

func (d dice) number(texts []string) kpi.Number {
	text := oneOf(d, texts)
	if text == "digits" {
		return d.longNumber()
	}
	return kpi.Num(text)
}

// longNumber returns a number of 40 digits, one to forty of them whole.
func (d dice) longNumber() kpi.Number {
	digits := []byte{'1'}
	point := 1 + d(40)
	for len(digits) < 40 {
		if len(digits) == point {
			break
		}
		digits = append(digits, byte('0'+d(10)))
	}
	if len(digits) < 40 {
		digits = append(digits, '.')
		for range min(40-point, 30) {
			digits = append(digits, byte('0'+d(10)))
		}
	}
	return kpi.Num(string(digits))
}

// The values that figures are drawn from: the round ones meet thresholds
// exactly, the others are there for the arithmetic.
var (
	weightTexts    = []string{"1", "2", "3", "0", "0.1", "7", "1000", "1e39", "1e-30", "digits", "0.333333333333333333"}
	percentTexts   = []string{"5", "0", "12.5", "33.333333333333333333", "1e-20", "20"}
	valueTexts     = []string{"50", "100", "0", "1", "70", "95", "3", "10", "-7", "0.021", "25", "120", "1e39", "1e-30", "99.999999999999999999", "digits"}
	fractionTexts  = []string{"0.5", "1", "0", "0.7", "0.25", "0.999999999999999999", "0.000000000000000001", "1e-30", "0.69"}
	dateTexts      = []string{"2026-03-15", "2026-01-01", "2026-12-31", "2026-03-31", "2026-03-01", "2026-05-20", "2025-12-31", "2026-02-10", "2026-07-04", "2026-10-03", "2026-03-05"}
	instantTexts   = []string{"2026-03-01T06:00:00Z", "2026-03-15T12:34:56.789Z", "2026-06-30T23:59:59.999999999Z", "2026-03-29T01:30:00+01:00"}
	periodTexts    = []string{"2026", "2026-H1", "2026-Q1", "2026-03", "2026-Q2", "2026-W14", "2026-03-05", "2026-02-10/2026-05-20", "2026-03-01T00:00:00Z/2026-03-01T12:00:00Z", "2025-Q4", "2026-10", "2026-03-01/2026-04-30", "2026-01-31/2026-05-30", "2026-02-28T09:00:00Z/2026-04-15T17:00:00Z", "2026-03-29/2026-04-25"}
	capTexts       = []string{"1", "1.5", "0.8", "2", "1.000000000000000001"}
	floorTexts     = []string{"0", "-1", "0.1", "-0.5"}
	zoneTexts      = []string{"", "UTC", "Europe/Berlin", "America/New_York", "Asia/Beirut"}
	channelTexts   = []string{"", "a", "", "b", ""}
	baselineTexts  = []string{"2025-12-31", "2025-Q4", "2026-03-01T06:00:00Z", "2026-02", "2026-02-28", "2025-10-01/2026-03-01", "2026-03-15T12:34:56.789Z", "2026-03-05", "2026-W10", "2026-03-01T00:00:00Z/2026-03-01T12:00:00Z"}
	windowTexts    = []string{"28d", "1w", "3m"}
	cadences       = []kpi.Cadence{"", kpi.Daily, kpi.Weekly, kpi.Fortnightly, kpi.Monthly, kpi.Quarterly}
	countMetrics   = []string{"", "sum", "last", "unique"}
	otherMetrics   = []string{"mean", "min", "max", "rank", "money", "rate", "mix", "stocks"}
	inactiveStates = []goal.State{goal.Paused, goal.Closed, goal.Draft, goal.Cancelled, goal.Active}
)

// worldMetrics has each kind of combination, in several units.
func worldMetrics() []kpi.Metric {
	return []kpi.Metric{
		{ID: "sum", Combine: kpi.Sum},
		{ID: "last", Unit: kpi.Count, Combine: kpi.Last},
		{ID: "unique", Combine: kpi.Unique},
		{ID: "mean", Unit: kpi.Fraction, Combine: kpi.Mean},
		{ID: "min", Unit: kpi.Duration, Combine: kpi.Min, Better: kpi.Lower},
		{ID: "max", Unit: kpi.Score, Combine: kpi.Max},
		{ID: "rank", Unit: kpi.Rank, Combine: kpi.Last, Better: kpi.Lower},
		{ID: "money", Unit: kpi.Currency("EUR"), Combine: kpi.Last},
		{
			ID: "rate", Unit: kpi.Fraction, Scale: kpi.Int(100),
			Numerator:   map[string]kpi.Number{"sum": kpi.Int(1)},
			Denominator: map[string]kpi.Number{"sum": kpi.Int(3), "last": kpi.Num("-0.5")},
		},
		{
			ID: "stocks", Unit: kpi.Score,
			Numerator:   map[string]kpi.Number{"last": kpi.Int(1)},
			Denominator: map[string]kpi.Number{"money": kpi.Int(1)},
		},
		{
			ID: "mix", Unit: kpi.Score,
			Numerator:   map[string]kpi.Number{"mean": kpi.Num("0.7"), "max": kpi.Int(2)},
			Denominator: map[string]kpi.Number{"min": kpi.Int(1)},
		},
	}
}

// A shape says how goals hang together.
type shape struct {
	goals   int
	parents func(d dice, i int) []int // of goal i > 0, all below i
}

// smallShape is a forest or a graph with shared children.
func smallShape(d dice, most int) shape {
	parents := 1 + d(3)
	return shape{goals: 1 + d(most), parents: func(d dice, i int) []int {
		var found []int
		for range d(parents + 1) {
			if p := d(i); !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
		if len(found) == 0 && !d.oneIn(8) {
			found = append(found, d(min(i, 3)))
		}
		return found
	}}
}

// chainShape hangs each goal under the one before.
func chainShape(goals int) shape {
	return shape{goals, func(_ dice, i int) []int { return []int{i - 1} }}
}

// starShape hangs all goals under the first.
func starShape(goals int) shape {
	return shape{goals, func(dice, int) []int { return []int{0} }}
}

// A builder makes a world by the fall of its dice.
type builder struct {
	dice
	world
	loc    *time.Location
	bound  time.Time
	reach  []bool // goals that need a reach target, for their parents' weighting
	stamps map[string]bool
}

// newWorld returns a world that goal.New accepts.
func newWorld(d dice, s shape) world {
	b := &builder{dice: d, stamps: map[string]bool{}}
	b.plan = goal.Plan{Version: 1, Zone: oneOf(d, zoneTexts), Metrics: worldMetrics()}
	b.loc, _ = b.plan.Location()
	b.moment = oneOf(d, append(dateTexts, instantTexts...))
	at, err := kpi.ParseMoment(b.moment, b.loc)
	if err != nil {
		panic(err)
	}
	b.bound = at.Bound()
	b.addPolicy()
	b.addGoals(s)
	b.addPercentages()
	if b.oneIn(16) {
		b.finishMost()
	}
	b.addReadings()
	if s.goals < 100 {
		b.shuffle()
	}
	return b.world
}

func (b *builder) addGoals(s shape) {
	b.reach = make([]bool, s.goals)
	macros := b.dice(3)
	for i := range s.goals {
		g := goal.Goal{ID: "g" + strconv.Itoa(i), Level: goal.Micro, Period: oneOf(b.dice, periodTexts)}
		if i < macros {
			g.Level = goal.Macro
		}
		if i > 0 {
			b.addLinks(i, &g, s.parents(b.dice, i))
		}
		b.addRollup(i, s, &g)
		b.addMeasure(i, &g)
		b.addLife(&g)
		b.addProfile(&g)
		b.plan.Goals = append(b.plan.Goals, g)
	}
}

func (b *builder) addLinks(i int, g *goal.Goal, parents []int) {
	for _, p := range parents {
		l := goal.Link{Goal: "g" + strconv.Itoa(p)}
		parent := &b.plan.Goals[p]
		if parent.Weighting == goal.ByTarget {
			b.reach[i] = true
		}
		switch {
		case parent.Title == "zeros":
			l.Weight = kpi.Int(0)
		case parent.Weighting != goal.Percent && !b.oneIn(3):
			l.Weight = b.number(weightTexts)
		}
		g.Supports = append(g.Supports, l)
	}
}

// addRollup says how g rolls up; a goal titled "zeros" gets links of weight 0.
func (b *builder) addRollup(i int, s shape, g *goal.Goal) {
	g.Method = oneOf(b.dice, []goal.Method{"", goal.Mean, goal.Geometric, goal.Min, ""})
	g.Progress = oneOf(b.dice, []goal.ProgressFrom{"", goal.FromChildren, goal.FromBlend, goal.FromMeasure, "", ""})
	if g.Progress == goal.FromBlend && b.oneIn(2) {
		g.BlendWeight = b.number(weightTexts)
	}
	g.Weighting = oneOf(b.dice, []goal.Weighting{"", goal.Relative, goal.Percent, goal.ByTarget, "", ""})
	if s.goals > 100 && g.Weighting == goal.ByTarget {
		g.Weighting = goal.Percent
	}
	if g.Weighting == "" && b.oneIn(8) {
		g.Title = "zeros"
	}
}

func (b *builder) addMeasure(i int, g *goal.Goal) {
	wanted := g.Progress == goal.FromMeasure || g.Progress == goal.FromBlend || b.reach[i]
	if !wanted && b.oneIn(3) {
		return
	}
	m := &goal.Measure{Channel: oneOf(b.dice, channelTexts)}
	if b.reach[i] || b.oneIn(2) {
		m.Metric = oneOf(b.dice, countMetrics)
	} else {
		m.Metric = oneOf(b.dice, otherMetrics)
	}
	if b.oneIn(6) {
		m.Window = oneOf(b.dice, windowTexts)
	}
	if b.oneIn(5) {
		g.Channel = oneOf(b.dice, channelTexts)
	}
	m.Target = b.target(m.Metric, b.reach[i])
	if m.Target == nil && wanted { // progress cannot be taken from a measure without
		done := kpi.Finish()
		m.Target = &done
	}
	g.Measure = m
	if m.Target != nil && b.tooLate(g) {
		m.Target.FromAt = ""
	}
}

// tooLate reports whether g's baseline comes after what New allows: the end of g,
// where the latest reading holds or a window trails, else its start.
func (b *builder) tooLate(g *goal.Goal) bool {
	own, _ := kpi.ParsePeriod(g.Period, b.loc)
	then, err := kpi.ParseTime(g.Measure.Target.FromAt, b.loc)
	if err != nil {
		then, _ = kpi.ParsePeriod(g.Measure.Target.FromAt, b.loc)
	}
	latest := own.Start
	if g.Measure.Window != "" || slices.Contains([]string{"", "last", "rank", "money", "stocks"}, g.Measure.Metric) {
		latest = own.End
	}
	return then.End.After(latest)
}

// target returns a target for the metric; with fixed, one to reach whose both
// ends are in the plan.
func (b *builder) target(metric string, fixed bool) *kpi.Target {
	kind := b.dice(17)
	switch {
	case fixed || kind < 5:
		return b.reachTarget(metric == "sum")
	case kind > 12:
		return b.measuredTarget(metric == "sum")
	}
	t := kpi.Target{}
	switch kind {
	case 5, 6:
		t = kpi.Target{Kind: kpi.KindAtLeast, Value: b.number(valueTexts)}
	case 7, 8:
		t = kpi.Target{Kind: kpi.KindAtMost, Value: b.number(valueTexts)}
	case 9, 10:
		t = kpi.Target{Kind: kpi.KindWithin, Low: kpi.Int(3), High: kpi.Int(60)}
	case 11:
		t = kpi.Finish()
		return &t
	default:
		return nil
	}
	if b.oneIn(2) {
		t.Tolerance = b.number([]string{"10", "0", "1e-30", "60"})
	}
	if b.oneIn(2) {
		t = t.Keep()
	}
	return &t
}

// measuredTarget leaves the baseline to be measured.
func (b *builder) measuredTarget(sums bool) *kpi.Target {
	t := kpi.Target{Kind: kpi.KindReach}
	switch {
	case b.oneIn(2):
		t.Change = oneOf(b.dice, []kpi.Change{"10%", "-2", "+12.5%", "-30%", "-50", "7"})
	case sums:
		t.To = b.number([]string{"50", "100", "120", "-7"})
	default:
		t.To = b.number([]string{"50", "100", "0", "1", "3", "0.021", "digits"})
	}
	if b.oneIn(2) {
		t.FromAt = oneOf(b.dice, baselineTexts)
	}
	return &t
}

func (b *builder) reachTarget(sums bool) *kpi.Target {
	targets := []kpi.Target{
		kpi.Reach("0", "100"), kpi.Reach("100", "0"), kpi.Reach("-5", "50"), kpi.Reach("0.02", "0.022"),
		kpi.ReachBy("50", "10%"), kpi.ReachBy("-50", "+12.5%"), kpi.ReachBy("50", "-2"), kpi.ReachBy("50", "-30%"),
		{Kind: kpi.KindReach, From: kpi.Int(0), To: kpi.Int(100), Points: []kpi.Point{kpi.PointAt("50", "0.4"), kpi.PointAt("80", "0.7")}},
		{Kind: kpi.KindReach, From: kpi.Int(100), To: kpi.Int(-10), Points: []kpi.Point{kpi.PointAt("70", "0.1"), kpi.PointAt("25", "0.95")}},
		kpi.Reach("0", "1e39"), kpi.Reach("1e-30", "3"),
		{Kind: kpi.KindReach, From: kpi.Int(0), To: b.longNumber()},
	}
	if sums { // nothing can be collected down to 0
		targets[1] = kpi.Deliver("120")
	}
	t := oneOf(b.dice, targets)
	return &t
}

// shared reports whether g is scored by share.
func shared(g *goal.Goal) bool {
	return g.Measure != nil && g.Measure.Target != nil && g.Measure.Target.Score == kpi.ScoreShare
}

// addLife gives g a state, an override, a cadence.
func (b *builder) addLife(g *goal.Goal) {
	if b.oneIn(4) {
		g.State = oneOf(b.dice, inactiveStates)
		if b.oneIn(2) {
			g.Since = oneOf(b.dice, append(dateTexts, instantTexts...))
		}
	}
	if g.State == goal.Closed && b.oneIn(2) {
		g.Score = b.number(fractionTexts)
	}
	if b.oneIn(9) {
		g.Override = &goal.Override{Progress: b.number(fractionTexts), By: "lead"}
		if b.oneIn(2) {
			g.Override.From = oneOf(b.dice, []string{"2026-01-01", "2026-03-05", "2025-12-01"})
		}
		if b.oneIn(2) {
			g.Override.Until = oneOf(b.dice, []string{"2026-03-05", "2026-03-15", "2026-12-30"})
		}
	}
	g.Cadence = oneOf(b.dice, cadences)
	if shared(g) && g.Cadence == "" { // what is never due cannot be kept
		g.Cadence = oneOf(b.dice, cadences[1:])
	}
}

// finishMost leaves few goals open, and of these many not counted.
func (b *builder) finishMost() {
	weighting := map[string]goal.Weighting{}
	for _, g := range b.plan.Goals {
		weighting[g.ID] = g.Weighting
	}
	for i := range b.plan.Goals {
		g := &b.plan.Goals[i]
		if !b.oneIn(4) {
			g.Override = &goal.Override{Progress: kpi.Int(1)}
			continue
		}
		for k := range g.Supports {
			if l := &g.Supports[k]; weighting[l.Goal] != goal.Percent {
				l.Weight = kpi.Int(0)
			}
		}
	}
}

// addProfile gives some goals checkpoints or buckets.
func (b *builder) addProfile(g *goal.Goal) {
	p, err := kpi.ParsePeriod(g.Period, b.loc)
	if err != nil {
		panic(err)
	}
	days := int(p.End.Sub(p.Start).Hours()) / 24
	kind := b.dice(8)
	switch {
	case kind == 4:
		g.Expected = &goal.Profile{Buckets: b.buckets(1 + b.dice(6)), By: oneOf(b.dice, []goal.BucketBy{"", goal.BySlice})}
	case kind == 5:
		g.Expected = &goal.Profile{Buckets: b.buckets(len(slices.Collect(p.Months(b.loc)))), By: goal.ByMonth}
	case kind == 6:
		g.Expected = &goal.Profile{Buckets: b.buckets(len(slices.Collect(p.Weeks(b.loc)))), By: goal.ByWeek}
	case kind == 7 && days > 3:
		g.Expected = &goal.Profile{Checkpoints: b.checkpointsOf(p, days), Steps: b.oneIn(2)}
	}
}

func (b *builder) buckets(n int) []kpi.Number {
	var weights []kpi.Number
	for range n {
		weights = append(weights, b.number([]string{"1", "0", "3", "0.25", "1e39", "1e-30"}))
	}
	weights[b.dice(n)] = kpi.Int(2) // never all 0
	return weights
}

func (b *builder) checkpointsOf(p kpi.Period, days int) []goal.Checkpoint {
	day, progress := 0, []string{"0", "0.1", "0.5", "0.8", "1"}
	var found []goal.Checkpoint
	for level := range progress {
		day += 1 + b.dice(max(1, days/3))
		if day >= days-1 {
			break
		}
		if b.oneIn(2) {
			date := dateAfter(p, day)
			found = append(found, goal.Checkpoint{Date: date, Progress: kpi.Num(progress[level])})
		}
	}
	if len(found) == 0 {
		found = []goal.Checkpoint{{Date: dateAfter(p, 1), Progress: kpi.Num("0.3")}}
	}
	return found
}

// dateAfter returns the date so many days after a period's first.
func dateAfter(p kpi.Period, days int) string {
	year, month, day := p.Start.Date()
	return time.Date(year, month, day+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// addPercentages gives the links to parents that weigh in percent their
// weights: with or without some left free, they make 100.
func (b *builder) addPercentages() {
	for p := range b.plan.Goals {
		if b.plan.Goals[p].Weighting != goal.Percent {
			continue
		}
		var links []*goal.Link
		for i := range b.plan.Goals {
			for k := range b.plan.Goals[i].Supports {
				if l := &b.plan.Goals[i].Supports[k]; l.Goal == b.plan.Goals[p].ID {
					links = append(links, l)
				}
			}
		}
		b.percentages(links)
	}
}

func (b *builder) percentages(links []*goal.Link) {
	if len(links) == 0 {
		return
	}
	given := links[b.dice(len(links)+1):]
	rest := kpi.Int(100)
	if len(given) < len(links) {
		rest = kpi.Num("99.5") // at most, so that something is left
	}
	for i, l := range given {
		weight := b.number(percentTexts)
		if weight.Cmp(rest) > 0 {
			weight = kpi.Int(0)
		}
		if len(given) == len(links) && i == len(given)-1 {
			weight = rest
		}
		rest = rest.Sub(weight)
		l.Weight = weight
	}
}

// addPolicy turns every switch now and then.
func (b *builder) addPolicy() {
	if b.oneIn(3) {
		return // the zero Policy
	}
	p := &b.policy
	p.Unknown = oneOf(b.dice, []rollup.Unknown{"", rollup.UnknownZero, rollup.UnknownSkip, rollup.UnknownSkip})
	if p.Unknown == rollup.UnknownSkip && b.oneIn(2) {
		p.KnownFrom = b.number([]string{"0.5", "1", "0", "0.25", "0.333333333333333333"})
	}
	p.Empty = oneOf(b.dice, []rollup.Empty{"", rollup.EmptyUnknown, rollup.EmptyZero, rollup.EmptyOne})
	p.AllZeroWeights = oneOf(b.dice, []rollup.AllZero{"", rollup.AllZeroUnknown, rollup.AllZeroEqual, rollup.AllZeroZero})
	p.ClosedCounts = oneOf(b.dice, []rollup.ClosedCounts{"", rollup.ClosedFrozen, rollup.ClosedOne})
	switch b.dice(3) {
	case 1:
		p.Cap = b.number(capTexts)
	case 2:
		p.NoCap = true
	}
	switch b.dice(3) {
	case 1:
		p.Floor = b.number(floorTexts)
	case 2:
		p.NoFloor = true
	}
	b.addPace()
	p.ParentStatus = oneOf(b.dice, []rollup.ParentStatus{"", rollup.ByPace, rollup.ByWorst, rollup.ByWorst})
}

func (b *builder) addPace() {
	p := &b.policy.Pace
	switch b.dice(4) {
	case 1:
		p.Rule = rollup.PaceRatio
		p.Ahead, p.OnTrack, p.Behind = kpi.Num("1.2"), kpi.Int(1), kpi.Num("0.5")
	case 2:
		p.Rule = rollup.PacePoints
	case 3:
		p.Rule = rollup.PacePoints
		p.Ahead, p.OnTrack, p.Behind = kpi.Int(0), kpi.Num("0.05"), kpi.Num("0.25")
	}
}

// shuffle puts goals in another order, so that children may stand before their parents.
func (b *builder) shuffle() {
	goals := b.plan.Goals
	for i := len(goals) - 1; i > 0; i-- {
		k := b.dice(i + 1)
		goals[i], goals[k] = goals[k], goals[i]
	}
}

package rollup_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// valueMetrics has a metric of each kind.
func valueMetrics() []kpi.Metric {
	ratio := func(id, above, below string) kpi.Metric {
		return kpi.Metric{
			ID: id, Unit: kpi.Fraction,
			Numerator: map[string]kpi.Number{above: kpi.Int(1)}, Denominator: map[string]kpi.Number{below: kpi.Int(1)},
		}
	}
	perMille := ratio("permille", "clicks", "views")
	perMille.Scale = kpi.Int(1000)
	return []kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "clicks", Combine: kpi.Sum},
		{ID: "views", Combine: kpi.Sum},
		{ID: "eur", Combine: kpi.Sum, Unit: kpi.Currency("EUR")},
		{ID: "usd", Combine: kpi.Sum, Unit: kpi.Currency("USD")},
		{ID: "watched", Combine: kpi.Sum, Unit: kpi.Duration},
		{ID: "followers", Combine: kpi.Last},
		{ID: "balance", Combine: kpi.Last, Unit: kpi.Currency("EUR")},
		{ID: "position", Combine: kpi.Last, Unit: kpi.Rank},
		{ID: "average", Combine: kpi.Mean},
		{ID: "lowest", Combine: kpi.Min},
		{ID: "peak", Combine: kpi.Max},
		{ID: "people", Combine: kpi.Unique},
		ratio("ctr", "clicks", "views"),
		ratio("engagement", "clicks", "followers"),
		ratio("per-person", "clicks", "people"),
		ratio("per-average", "clicks", "average"),
		ratio("per-follower", "balance", "followers"),
		perMille,
	}
}

// A valuePlan is a plan below the goal "top", drawn line by line:
//
//	id < parent=weight parent | metric channel period | state
//
// The parts after the bars may be empty; the period is 2026 unless given.
func valuePlan(t *testing.T, lines ...string) *goal.Hierarchy {
	t.Helper()
	h, err := goal.New(valuePlanOf(lines...))
	require.NoError(t, err)
	return h
}

func valuePlanOf(lines ...string) goal.Plan {
	plan := goal.Plan{Metrics: valueMetrics(), Goals: []goal.Goal{{ID: "top", Level: goal.Micro, Period: "2026"}}}
	for _, line := range lines {
		fields := append(strings.Split(line, "|"), "", "")
		names := strings.Fields(fields[0])
		g := goal.Goal{ID: names[0], Level: goal.Micro, Period: "2026", State: goal.State(strings.TrimSpace(fields[2]))}
		for _, parent := range names[2:] {
			id, weight, given := strings.Cut(parent, "=")
			l := goal.Link{Goal: id}
			if given {
				l.Weight = kpi.Num(weight)
			}
			g.Supports = append(g.Supports, l)
		}
		if m := append(strings.Fields(fields[1]), "", ""); m[0] != "" {
			g.Measure = &goal.Measure{Metric: strings.Trim(m[0], "-"), Channel: strings.Trim(m[1], "-")}
			if m[2] != "" {
				g.Period = m[2]
			}
		}
		plan.Goals = append(plan.Goals, g)
	}
	return plan
}

// valueReadings reads "metric channel date value"; the metric of a goal's own
// series is "@goal", and a period in place of the date is that of people.
func valueReadings(t *testing.T, lines ...string) *kpi.Ledger {
	t.Helper()
	var ledger kpi.Ledger
	for _, line := range lines {
		f := strings.Fields(line)
		o := kpi.Observation{Metric: f[0], Channel: strings.Trim(f[1], "-"), Value: kpi.Num(f[3])}
		if id, own := strings.CutPrefix(f[0], "@"); own {
			o.Metric, o.Goal = "", id
		}
		if at, err := time.Parse(time.DateOnly, f[2]); err == nil {
			o.At = at
		} else {
			o.Period, err = kpi.ParsePeriod(f[2], time.UTC)
			require.NoError(t, err)
		}
		require.NoError(t, ledger.Add(o))
	}
	return &ledger
}

func valuesOf(t *testing.T, h *goal.Hierarchy, src kpi.Source, method rollup.ValueMethod) rollup.ValueResult {
	t.Helper()
	r, err := rollup.ValueRollup{Goal: "top", Method: method}.Evaluate(h, src, valueMoment)
	require.NoError(t, err)
	return r
}

// valueMoment is when July 4, 2026 is over.
var valueMoment = kpi.Before(time.Date(2026, time.July, 5, 0, 0, 0, 0, time.UTC))

// valueParts writes down the parts of a result.
func valueParts(r rollup.ValueResult) []string {
	var lines []string
	for _, p := range r.Parts {
		line := p.Node.ID() + " " + p.Value.String()
		if p.Weight.Known() {
			line += " x " + p.Weight.String() + " (" + p.Share.String() + ")"
		}
		if p.Excluded != "" {
			line += " " + string(p.Excluded)
		}
		if p.Absence != "" {
			line += ": " + string(p.Absence)
		}
		if p.Overlaps {
			line += " overlaps"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestValueMethods(t *testing.T) {
	h := valuePlan(t,
		"a < top=1 | leads a",
		"b < top=3 | leads b",
		"c < top=4 | leads c",
	)
	src := valueReadings(t, "leads a 2026-02-01 8", "leads a 2026-03-01 4", "leads b 2026-02-01 20.5", "leads x 2026-02-01 99")
	for method, want := range map[rollup.ValueMethod]string{
		rollup.ValueSum:  "32.5",
		rollup.ValueMean: "18.375", // (12 + 3 × 20.5) / 4, c being left out
		rollup.ValueMin:  "12",
		rollup.ValueMax:  "20.5",
	} {
		r := valuesOf(t, h, src, method)
		assert.Equal(t, want, r.Value.String(), method)
		assert.Equal(t, kpi.Count, r.Unit)
		assert.Equal(t, 1, r.Missing)
		assert.Empty(t, r.Absence)
	}
	assert.Equal(t, []string{
		"a 12 x 0.125 (0.25)",
		"b 20.5 x 0.375 (0.75)",
		"c unknown x 0.5 (unknown) unknown: no reading in the window",
	}, valueParts(valuesOf(t, h, src, rollup.ValueMean)))
}

// By hand: shared has half of all through left, and 0.3 of half through right.
func TestValueEffectiveWeight(t *testing.T) {
	h := valuePlan(t,
		"left < top",
		"right < top",
		"shared < left right=3 | - -",
		"other < right=7 | - -",
	)
	src := valueReadings(t, "@shared - 2026-02-01 100", "@other - 2026-02-01 20")
	mean := valuesOf(t, h, src, rollup.ValueMean)
	assert.Equal(t, []string{"shared 100 x 0.65 (0.65)", "other 20 x 0.35 (0.35)"}, valueParts(mean))
	assert.Equal(t, "72", mean.Value.String())
	assert.Equal(t, "120", valuesOf(t, h, src, rollup.ValueSum).Value.String())

	// The same with a link from the top as well: 1/3 × 1 + 1/3 × 0.3 + 1/3.
	h = valuePlan(t, "left < top", "right < top", "shared < left right=3 top | - -", "other < right=7 | - -")
	mean = valuesOf(t, h, src, rollup.ValueMean)
	assert.Equal(t, []string{
		"shared 100 x 0.766666666666666667 (0.766666666666666667)",
		"other 20 x 0.233333333333333333 (0.233333333333333333)",
	}, valueParts(mean))
	assert.Equal(t, "244/3", mean.Value.Rat().RatString())
}

func TestValueWalk(t *testing.T) {
	h := valuePlan(t,
		"team < top",
		"measured < team | - -",
		"below < measured | - -", // behind a value
		"draft < team | - - | draft",
		"plan < top | | cancelled",
		"planned < plan | - -", // only through a cancelled goal
		"twice < plan team | - - | paused",
		"shown < top=0 | - -",
		"idle < team",
		"idler < team",
		"drafted < idler | - - | draft",
		"done < top | - - | closed",
	)
	src := valueReadings(t,
		"@top - 2026-02-01 1000000", "@measured - 2026-02-01 1", "@below - 2026-02-01 10", "@draft - 2026-02-01 100",
		"@planned - 2026-02-01 1000", "@twice - 2026-02-01 2", "@shown - 2026-02-01 10000", "@done - 2026-02-01 4")
	r := valuesOf(t, h, src, rollup.ValueSum)
	assert.Equal(t, "7", r.Value.String())
	assert.Equal(t, 2, r.Missing)
	assert.Equal(t, []string{
		"measured 1",
		"twice 2",
		"idle unknown unknown: no child counts and there is no measure to use",
		"idler unknown unknown: no child counts and there is no measure to use",
		"done 4",
	}, valueParts(r))
	// idle and idler keep half of what team has.
	assert.Equal(t, []string{
		"measured 1 x 0.125 (0.166666666666666667)",
		"twice 2 x 0.125 (0.166666666666666667)",
		"idle unknown x 0.125 (unknown) unknown: no child counts and there is no measure to use",
		"idler unknown x 0.125 (unknown) unknown: no child counts and there is no measure to use",
		"done 4 x 0.5 (0.666666666666666667)",
	}, valueParts(valuesOf(t, h, src, rollup.ValueMean)))
}

func TestValueUnknown(t *testing.T) {
	for name, lines := range map[string][]string{
		"nothing below":  {},
		"nothing counts": {"a < top=0 | - -", "b < top | - - | draft"},
		"nothing read":   {"a < top | - -", "b < top | - -"},
		"no measures":    {"a < top", "b < a"},
	} {
		for _, method := range []rollup.ValueMethod{rollup.ValueSum, rollup.ValueMean, rollup.ValueMin, rollup.ValueMax} {
			r := valuesOf(t, valuePlan(t, lines...), &kpi.Ledger{}, method)
			assert.False(t, r.Value.Known(), name)
			assert.Equal(t, rollup.NoValueBelow, r.Absence, name)
			assert.Equal(t, len(r.Parts), r.Missing, name)
		}
	}
	r := valuesOf(t, valuePlan(t, "a < top | ctr a"), &kpi.Ledger{}, rollup.ValuePooled)
	assert.Equal(t, rollup.NoValueBelow, r.Absence)
}

// What the docs of the methods promise, metric by metric.
func TestValueAdditivity(t *testing.T) {
	for metric, want := range map[string]string{
		"leads":      "",
		"eur":        "",
		"watched":    "",
		"followers":  "",
		"balance":    "",
		"people":     "",
		"-":          "",
		"position":   "the latest values do not add up in the unit rank",
		"average":    "values that combine by mean do not add up",
		"lowest":     "values that combine by min do not add up",
		"peak":       "values that combine by max do not add up",
		"ctr":        "quotients do not add up; a pooled ratio combines them",
		"per-person": "quotients do not add up; a pooled ratio combines them",
	} {
		h := valuePlan(t, "a < top | "+metric+" a")
		_, err := rollup.ValueRollup{Goal: "top", Method: rollup.ValueSum}.Evaluate(h, &kpi.Ledger{}, valueMoment)
		if want == "" {
			assert.NoError(t, err, metric)
			continue
		}
		require.ErrorIs(t, err, rollup.ErrValues, metric)
		assert.EqualError(t, err, `goal a: measure.metric: "`+metric+`": `+want)
		for _, method := range []rollup.ValueMethod{rollup.ValueMean, rollup.ValueMin, rollup.ValueMax} {
			_, err := rollup.ValueRollup{Goal: "top", Method: method}.Evaluate(h, &kpi.Ledger{}, valueMoment)
			assert.NoError(t, err, metric)
		}
	}
}

func TestValueProblems(t *testing.T) {
	units := valuePlan(t, "a < top | eur a", "b < top | usd b", "c < top | eur c", "d < top | leads d", "e < top | position e")
	pools := valuePlan(t, "a < top | ctr a", "b < top | permille b", "c < top | leads c", "d < top | per-average d")
	for _, test := range []struct {
		name   string
		h      *goal.Hierarchy
		rollup rollup.ValueRollup
		want   string
	}{
		{"units", units, rollup.ValueRollup{"top", rollup.ValueMean}, `goal b: measure.metric: "currency:USD": cannot be combined with currency:EUR, in which goal "a" is measured
goal d: measure.metric: "count": cannot be combined with currency:EUR, in which goal "a" is measured
goal e: measure.metric: "rank": cannot be combined with currency:EUR, in which goal "a" is measured`},
		{"sum", units, rollup.ValueRollup{"top", rollup.ValueSum}, `goal b: measure.metric: "currency:USD": cannot be combined with currency:EUR, in which goal "a" is measured
goal d: measure.metric: "count": cannot be combined with currency:EUR, in which goal "a" is measured
goal e: measure.metric: "position": the latest values do not add up in the unit rank
goal e: measure.metric: "rank": cannot be combined with currency:EUR, in which goal "a" is measured`},
		{"pooled", pools, rollup.ValueRollup{"top", rollup.ValuePooled}, `goal b: measure.metric: "permille": cannot be pooled with "ctr", by which goal "a" is measured
goal c: measure.metric: "leads": only quotients can be pooled
goal c: measure.metric: "count": cannot be combined with ratio, in which goal "a" is measured
goal d: measure.metric: "per-average": cannot be pooled: of its part "average", values that combine by mean do not add up
goal d: measure.metric: "per-average": cannot be pooled with "ctr", by which goal "a" is measured`},
		{"input", units, rollup.ValueRollup{"nowhere", "median"}, `valueRollup.goal: "nowhere": the plan has no such goal
valueRollup.method: "median": want sum, mean, min, max or pooled`},
		{"zero", units, rollup.ValueRollup{}, `valueRollup.goal: the plan has no such goal
valueRollup.method: want sum, mean, min, max or pooled`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := test.rollup.Evaluate(test.h, &kpi.Ledger{}, valueMoment)
			require.EqualError(t, err, test.want)
			assert.Zero(t, r)
			assert.IsType(t, kpi.Problems{}, err)
		})
	}
}

type failingSource struct{ err error }

func (s failingSource) Tallies([]kpi.Query, func(int, kpi.Tally)) error { return s.err }

func TestValueErrors(t *testing.T) {
	h, sum := valuePlan(t, "a < top | - -"), rollup.ValueRollup{Goal: "top", Method: rollup.ValueSum}
	_, err := sum.Evaluate(nil, &kpi.Ledger{}, valueMoment)
	require.ErrorIs(t, err, rollup.ErrNothing)
	_, err = sum.Evaluate(h, nil, valueMoment)
	require.ErrorIs(t, err, rollup.ErrNothing)
	_, err = sum.Evaluate(h, &kpi.Ledger{}, kpi.Moment{})
	require.ErrorIs(t, err, rollup.ErrMoment)
	down := errors.New("the database is down")
	_, err = sum.Evaluate(h, failingSource{down}, valueMoment)
	require.ErrorIs(t, err, down)
	_, err = rollup.ValueRollup{Goal: "x", Method: "x"}.Evaluate(h, &kpi.Ledger{}, valueMoment)
	require.ErrorIs(t, err, goal.ErrUnknownGoal)
	require.ErrorIs(t, err, kpi.ErrEnum)
	_, err = rollup.ValueRollup{Goal: "x", Method: "x"}.Evaluate(&goal.Hierarchy{}, &kpi.Ledger{}, valueMoment)
	require.ErrorIs(t, err, goal.ErrUnknownGoal)
	var none *kpi.Ledger
	_, err = sum.Evaluate(h, none, valueMoment)
	require.NoError(t, err)
}

// countingSource counts how often it is asked, and for what.
type countingSource struct {
	kpi.Source
	calls, queries int
}

func (s *countingSource) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	s.calls++
	s.queries += len(queries)
	return s.Source.Tallies(queries, add)
}

func TestValueSourceIsAskedOnce(t *testing.T) {
	h := valuePlan(t, "a < top | ctr a", "b < top | ctr b")
	src := &countingSource{Source: &kpi.Ledger{}}
	valuesOf(t, h, src, rollup.ValuePooled)
	assert.Equal(t, 1, src.calls)
	assert.Equal(t, 4, src.queries)
}

// Kidney stones (Charig et al., BMJ 1986): open surgery succeeds more often with
// small stones and with large ones, and less often in all.
func TestValuePooledIsNoMeanOfRates(t *testing.T) {
	lines := []string{"small < top | ctr small", "large < top | ctr large"}
	open := valueReadings(t, "clicks small 2026-02-01 81", "views small 2026-02-01 87", "clicks large 2026-02-01 192", "views large 2026-02-01 263")
	keyhole := valueReadings(t, "clicks small 2026-02-01 234", "views small 2026-02-01 270", "clicks large 2026-02-01 55", "views large 2026-02-01 80")
	h := valuePlan(t, lines...)
	assert.Equal(t, "0.78", valuesOf(t, h, open, rollup.ValuePooled).Value.String())
	assert.Equal(t, "289/350", valuesOf(t, h, keyhole, rollup.ValuePooled).Value.Rat().RatString())
	assert.Positive(t, valuesOf(t, h, open, rollup.ValueMean).Value.Cmp(valuesOf(t, h, keyhole, rollup.ValueMean).Value))
	assert.Equal(t, []string{"small 0.93103448275862069", "large 0.730038022813688213"}, valueParts(valuesOf(t, h, open, rollup.ValuePooled)))
}

func TestValuePooled(t *testing.T) {
	h := valuePlan(t, "a < top | permille a", "b < top | permille b", "c < top | permille c")
	// b has no quotient, but its click counts; c lacks its views.
	src := valueReadings(t, "clicks a 2026-02-01 2", "views a 2026-02-01 400", "clicks b 2026-02-01 1", "views b 2026-02-01 0", "clicks c 2026-02-01 50")
	r := valuesOf(t, h, src, rollup.ValuePooled)
	assert.Equal(t, "7.5", r.Value.String())
	assert.Equal(t, kpi.Fraction, r.Unit)
	assert.Equal(t, 1, r.Missing)
	assert.Equal(t, []string{"a 5", "b unknown: the denominator is 0", "c unknown unknown: no reading in the window"}, valueParts(r))

	src = valueReadings(t, "clicks b 2026-02-01 1", "views b 2026-02-01 0")
	r = valuesOf(t, h, src, rollup.ValuePooled)
	assert.False(t, r.Value.Known())
	assert.Equal(t, kpi.ZeroDenominator, r.Absence)
}

func TestValuePeople(t *testing.T) {
	h := valuePlan(t, "a < top | people a 2026-03", "b < top | people b 2026-03", "all < top | people - 2026-02", "leads < top | leads -")
	one := []string{"people a 2026-03 70", "leads - 2026-02-01 5"}
	assert.Equal(t, "75", valuesOf(t, h, valueReadings(t, one...), rollup.ValueSum).Value.String())

	two := append(slices.Clone(one), "people b 2026-03 40")
	r := valuesOf(t, h, valueReadings(t, two...), rollup.ValueSum)
	assert.Equal(t, rollup.PeopleDoNotAdd, r.Absence)
	assert.Equal(t, []string{"unknown", "75", "115"}, []string{r.Value.String(), r.AtLeast.String(), r.AtMost.String()})
	assert.Equal(t, 1, r.Missing)
	assert.Equal(t, "70", valuesOf(t, valuePlan(t, "a < top | people a 2026-03", "b < top | people b 2026-03"),
		valueReadings(t, two...), rollup.ValueMax).Value.String())

	// The channels of February already leave only bounds.
	three := append(slices.Clone(two), "people x 2026-02 90", "people y 2026-02 20")
	r = valuesOf(t, h, valueReadings(t, three...), rollup.ValueSum)
	assert.Equal(t, []string{"unknown", "95", "225"}, []string{r.Value.String(), r.AtLeast.String(), r.AtMost.String()})
	r = valuesOf(t, valuePlan(t, "all < top | people - 2026-02"), valueReadings(t, three...), rollup.ValueSum)
	assert.Equal(t, []string{"unknown", "90", "110"}, []string{r.Value.String(), r.AtLeast.String(), r.AtMost.String()})

	h = valuePlan(t, "a < top | per-person a 2026-03", "b < top | per-person b 2026-03")
	clicks := []string{"clicks a 2026-03-02 7", "clicks b 2026-03-02 7"}
	assert.Equal(t, "0.1", valuesOf(t, h, valueReadings(t, append(clicks, one...)...), rollup.ValuePooled).Value.String())
	r = valuesOf(t, h, valueReadings(t, append(clicks, two...)...), rollup.ValuePooled)
	assert.Equal(t, rollup.PeopleDoNotAdd, r.Absence)
}

func TestValueRepeats(t *testing.T) {
	src := valueReadings(t,
		"leads a 2026-01-10 5", "leads a 2026-05-10 7",
		"followers a 2026-02-01 100", "followers a 2026-06-01 130", "followers b 2026-02-01 9",
		"balance a 2026-02-01 250", "balance a 2026-06-01 260",
		"clicks a 2026-02-01 1", "views a 2026-02-01 10", "clicks b 2026-02-01 5", "views b 2026-02-01 10")
	for _, test := range []struct {
		name   string
		method rollup.ValueMethod
		lines  []string
		want   string
		parts  []string
	}{
		{
			"same flow", rollup.ValueSum,
			[]string{"x < top | leads a", "y < top | leads a"},
			"12",
			[]string{"x 12", "y 12 repeat"},
		},
		{
			"quarters", rollup.ValueSum,
			[]string{"x < top | leads a 2026-Q1", "y < top | leads a 2026-Q2"},
			"12",
			[]string{"x 5", "y 7"},
		},
		{
			"quarter and year", rollup.ValueSum,
			[]string{"x < top | leads a 2026-Q1", "y < top | leads a", "z < top | leads c"},
			"17",
			[]string{"x 5 overlaps", "y 12 overlaps", "z unknown unknown: no reading in the window"},
		},
		{
			"channel and all", rollup.ValueSum,
			[]string{"x < top | leads a 2026-Q1", "y < top | leads", "z < top | leads a 2026-Q3"},
			"17",
			[]string{"x 5 overlaps", "y 12 overlaps", "z unknown unknown: no reading in the window"},
		},
		{
			"all of one quarter", rollup.ValueSum,
			[]string{"x < top | leads a 2026-Q1", "y < top | leads - 2026-Q2"},
			"12",
			[]string{"x 5", "y 7"},
		},
		{
			"stock at two times", rollup.ValueSum,
			[]string{"y < top | followers a", "x < top | followers a 2026-Q1", "z < top | followers b 2026-Q1"},
			"139",
			[]string{"y 130", "x 100 repeat", "z 9"},
		},
		{
			"stock at two times, the other way round", rollup.ValueSum,
			[]string{"x < top | followers a 2026-Q1", "y < top | followers a"},
			"130",
			[]string{"x 100 repeat", "y 130"},
		},
		{
			"stock of all channels", rollup.ValueSum,
			[]string{"x < top | followers b 2026-Q1", "y < top | followers - 2026-Q2"},
			"148",
			[]string{"x 9 overlaps", "y 139 overlaps"},
		},
		{
			"own series", rollup.ValueSum,
			[]string{"x < top | - -", "y < top | followers b"},
			"9",
			[]string{"x unknown unknown: no reading in the window", "y 9"},
		},
		{
			"pooled", rollup.ValuePooled,
			[]string{"x < top | ctr a", "y < top | ctr b", "z < top | ctr a"},
			"0.3",
			[]string{"x 0.1", "y 0.5", "z 0.1 repeat"},
		},
		{
			"pooled quarter and year", rollup.ValuePooled,
			[]string{"x < top | ctr a", "y < top | ctr a 2026-Q1"},
			"0.1",
			[]string{"x 0.1 overlaps", "y 0.1 overlaps"},
		},
		{
			"flow with one end", rollup.ValueSum,
			[]string{"x < top | leads a 2026-Q2", "y < top | leads a 2026-H1"},
			"19",
			[]string{"x 7 overlaps", "y 12 overlaps"},
		},
		{
			"flow by stock", rollup.ValuePooled,
			[]string{"x < top | engagement a 2026-Q1", "y < top | engagement a"},
			"0.008695652173913043",
			[]string{"x 0.01 overlaps", "y 0.007692307692307692 overlaps"}, // (1 + 1) / (100 + 130)
		},
		{
			"stock by stock", rollup.ValuePooled,
			[]string{"x < top | per-follower a 2026-Q1", "y < top | per-follower a"},
			"2",
			[]string{"x 2.5 repeat", "y 2"},
		},
		{
			"the mean takes all", rollup.ValueMean,
			[]string{"x < top | leads a", "y < top | leads a", "z < top | followers b"},
			"11",
			[]string{
				"x 12 x 0.333333333333333333 (0.333333333333333333)",
				"y 12 x 0.333333333333333333 (0.333333333333333333)",
				"z 9 x 0.333333333333333333 (0.333333333333333333)",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := valuesOf(t, valuePlan(t, test.lines...), src, test.method)
			assert.Equal(t, test.want, r.Value.String())
			assert.Equal(t, test.parts, valueParts(r))
			assert.Equal(t, strings.Count(strings.Join(test.parts, "\n"), "overlaps"), r.Overlapping)
		})
	}
}

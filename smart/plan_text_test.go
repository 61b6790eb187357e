package smart_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/smart"
)

// A world is a plan in the short form of the rules' examples, read.
type world struct {
	plan   goal.Plan
	ledger kpi.Ledger
	at     string
	checks smart.Checks
}

// readWorld reads the short form, see [smart.Rule].
func readWorld(t testing.TB, text string) *world {
	t.Helper()
	w := &world{checks: smart.Checks{Benchmarks: make(map[string][]marketing.Benchmark)}}
	for line := range strings.Lines(text) {
		if f := words(line); len(f) > 1 && f[0] == "at" {
			w.at = f[1]
		}
	}
	for line := range strings.Lines(text) {
		if f := words(line); len(f) > 0 {
			w.line(t, f)
		}
	}
	return w
}

// words splits a line at spaces outside quotes, and drops the quotes.
func words(line string) []string {
	quoted := false
	fields := strings.FieldsFunc(strings.TrimSpace(line), func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ' ' && !quoted
	})
	for i := range fields {
		fields[i] = strings.ReplaceAll(fields[i], `"`, "")
	}
	return fields
}

func (w *world) line(t testing.TB, f []string) {
	t.Helper()
	switch f[0] {
	case "at":
	case "read":
		w.read(t, f[1], kpi.Cadence(f[2]), f[3:])
	case "metric":
		m := kpi.Metric{ID: f[1], Unit: kpi.Unit(f[2]), Combine: kpi.Combine(f[3])}
		if len(f) > 5 {
			m.Low, m.High = kpi.Num(f[4]), kpi.Num(f[5])
		}
		w.plan.Metrics = append(w.plan.Metrics, m)
	case "benchmark":
		w.checks.Benchmarks[f[1]] = append(w.checks.Benchmarks[f[1]], marketing.Benchmark{Low: kpi.Num(f[2]), High: kpi.Num(f[3])})
	case "driver":
		w.checks.Drivers = append(w.checks.Drivers, goal.Driver{From: f[1], To: f[2], Inverse: f[3] == "-1"})
	default:
		w.goal(t, f)
	}
}

// goal reads "insta micro 2026-Q2 owner=bob supports=m metric=followers reach=5000>5500".
func (w *world) goal(t testing.TB, f []string) {
	t.Helper()
	g := goal.Goal{ID: f[0], Level: goal.Level(f[1]), Period: f[2]}
	measure, target := goal.Measure{}, kpi.Target{}
	for _, pair := range f[3:] {
		key, value, ok := strings.Cut(pair, "=")
		require.True(t, ok, pair)
		switch key {
		case "title":
			g.Title = value
		case "owner":
			g.Owner = value
		case "channel":
			g.Channel = value
		case "cadence":
			g.Cadence = kpi.Cadence(value)
		case "ambition":
			g.Ambition = goal.Ambition(value)
		case "state":
			g.State = goal.State(value)
		case "tags":
			g.Tags = strings.Split(value, ",")
		case "supports":
			for link := range strings.SplitSeq(value, ",") {
				id, weight, weighed := strings.Cut(link, ":")
				g.Supports = append(g.Supports, goal.Link{Goal: id})
				if weighed {
					g.Supports[len(g.Supports)-1].Weight = kpi.Num(weight)
				}
			}
		case "metric":
			measure.Metric = value
		case "progress":
			g.Progress = goal.ProgressFrom(value)
		case "window":
			measure.Window = value
		default:
			setTarget(t, &target, key, value)
		}
	}
	if target.Kind != "" {
		measure.Target = &target
	}
	if measure.Metric != "" || measure.Target != nil {
		g.Measure = &measure
	}
	w.plan.Goals = append(w.plan.Goals, g)
}

func setTarget(t testing.TB, target *kpi.Target, key, value string) {
	t.Helper()
	switch key {
	case "reach":
		target.Kind = kpi.KindReach
		from, to, _ := strings.Cut(value, ">")
		if from != "" {
			target.From = kpi.Num(from)
		}
		target.To = kpi.Num(to)
	case "from":
		target.From = kpi.Num(value)
	case "fromAt":
		target.FromAt = value
	case "change":
		target.Kind, target.Change = kpi.KindReach, kpi.Change(value)
	case "at_least":
		*target = kpi.AtLeast(value)
	case "at_most":
		*target = kpi.AtMost(value)
	case "within":
		low, high, _ := strings.Cut(value, ">")
		*target = kpi.Within(low, high)
	case "keep":
		*target = kpi.AtLeast(value).Keep()
	case "done":
		*target = kpi.Finish()
	default:
		t.Fatalf("unknown key %q", key)
	}
}

// read records a series that ends at noon of the day named, or of the plan's moment.
func (w *world) read(t testing.TB, series string, step kpi.Cadence, values []string) {
	t.Helper()
	series, date, dated := strings.Cut(series, "@")
	if !dated {
		date = w.at
	}
	metric, channel, _ := strings.Cut(series, "/")
	last, err := kpi.ParseTime(date, nil)
	require.NoError(t, err)
	for i, value := range values {
		at := step.After(last.Start.Add(12*time.Hour), i+1-len(values))
		err := w.ledger.Add(kpi.Observation{Metric: metric, Channel: channel, At: at, Value: kpi.Num(value)})
		require.NoError(t, err)
	}
}

// assess assesses the plan.
func (w *world) assess(t testing.TB) smart.Review {
	t.Helper()
	h, err := goal.New(w.plan, marketing.Metrics("EUR")...)
	require.NoError(t, err)
	at, err := h.Moment(w.at)
	require.NoError(t, err)
	review, err := w.checks.Assess(h, &w.ledger, at)
	require.NoError(t, err)
	return review
}

// findings returns all findings of a review, in order.
func findings(r smart.Review) []smart.Finding {
	var all []smart.Finding
	for _, g := range r.Goals {
		all = append(all, g.Findings...)
	}
	return append(all, r.Plan...)
}

// codes returns the codes of findings.
func codes(list []smart.Finding) []string {
	all := make([]string, len(list))
	for i, f := range list {
		all[i] = f.Code
	}
	return all
}

// found returns which of some rules find something about goals of a plan, as
// "goal code" a finding.
func found(t *testing.T, plan string, rules ...string) []string {
	t.Helper()
	var got []string
	for _, f := range findings(readWorld(t, plan).assess(t)) {
		for _, code := range rules {
			if f.Code == code {
				got = append(got, f.Goal+" "+code)
			}
		}
	}
	return got
}

package report

import (
	"cmp"
	"strings"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// newsRules are about what has happened to goals since the report before.
var newsRules = []Rule{
	{
		Code: "guard-crossed", Severity: Alert,
		Doc:  "An open goal has come further in the report's period while the metric that guards it is outside its limits.",
		Text: "{goal} has come {change} further, but {guard} is {value} and is to be {limit}",
		find: guardCrossed,
	},
	{
		Code: "too-easy", Severity: Note,
		Doc: "The raw progress of an open goal with a value to reach is 1 or more, and that value reached, before 75 % of its time " +
			"have passed. Fact besides: raw.",
		Text: "{goal} is reached after {elapsed} of its time: well done, or aim higher",
		find: tooEasy,
	},
	{
		Code: "easy-series", Severity: Note,
		Doc: "The three latest closed goals of a chain of goals that carry one another on all scored above 0.8 (Viva). " +
			"It is said of the last goal of the chain, unless that was over before the report's period.",
		Text: "{goal} or the goals that it carries on scored {scores} one after the other: aim higher",
		find: easySeries,
	},
	{
		Code: "achieved", Severity: Note,
		Doc:  "A goal's status is achieved, and was not at the end of the period before. Fact besides: progress.",
		Text: "{goal} is achieved",
		find: achieved,
	},
	{
		Code: "recovered", Severity: Note,
		Doc:  "An open goal is on track or ahead, and was behind or at risk at the end of the period before. Fact besides: was.",
		Text: "{goal} is {status} again, at {progress} where {expected} is expected",
		find: recovered,
	},
}

func guardCrossed(v *view, r *Report, add func(Insight)) error {
	for i := range r.Goals {
		g := &r.Goals[i]
		answer, guarded := v.past.guards[g.ID]
		if !guarded || g.Change.Sign() <= 0 || !answer.Value.Known() {
			continue
		}
		n, _ := v.h.Node(g.ID)
		guard, _ := n.Guard()
		if guard.Target.Met(answer.Value) {
			continue
		}
		m, _ := v.h.Catalogue().Metric(guard.Metric)
		add(Insight{
			Goal: g.ID, Metric: guard.Metric, Channel: cmp.Or(guard.Channel, n.Channel()),
			Facts: []Fact{
				name("goal", n), points("change", g.Change),
				{"guard", guard.Metric, titleOf(m)},
				value("value", m, answer.Value), limitOf(m, *guard.Target),
			},
		})
	}
	return nil
}

// limitOf is what a target to keep asks of a metric.
func limitOf(m kpi.Metric, t kpi.Target) Fact {
	text := func(n kpi.Number) string { return valueText(m, kpi.ValueOf(n)) }
	switch t.Kind {
	case kpi.KindAtLeast:
		return Fact{"limit", t.Value.String(), "at least " + text(t.Value)}
	case kpi.KindAtMost:
		return Fact{"limit", t.Value.String(), "at most " + text(t.Value)}
	}
	return Fact{"limit", t.Low.String() + "/" + t.High.String(), "from " + text(t.Low) + " to " + text(t.High)}
}

func tooEasy(v *view, _ *Report, add func(Insight)) error {
	for r := range v.now.All() {
		n := r.Node
		elapsed := n.Period().Share(v.period.End)
		if !v.open(n) || n.TargetKind() != kpi.KindReach || !r.Raw.IsDone() || !r.Measured.IsDone() || r.Status != rollup.Achieved ||
			elapsed.Rat().Cmp(v.limits.EarlyTime.Rat()) >= 0 {
			continue
		}
		add(Insight{
			Goal: n.ID(), Metric: measureOf(n), Channel: n.Channel(), Threshold: v.limits.EarlyTime,
			Facts:  []Fact{name("goal", n), share("elapsed", elapsed), share("raw", r.Raw)},
			covers: []string{"achieved"},
		})
	}
	return nil
}

func easySeries(v *view, _ *Report, add func(Insight)) error {
	carriedOn := make(map[string]bool)
	for n := range v.h.All() {
		carriedOn[n.Previous()] = true
	}
	for n := range v.h.All() {
		if carriedOn[n.ID()] || !v.live(n) || !n.Period().End.After(v.period.Start) {
			continue
		}
		if scores := v.latestScores(n, 3); len(scores) == 3 && v.allEasy(scores) {
			add(Insight{
				Goal: n.ID(), Threshold: v.limits.EasyScore,
				Facts: []Fact{name("goal", n), listOf("scores", scores)},
			})
		}
	}
	return nil
}

// latestScores returns the scores of the latest closed goals of the chain that ends
// with n, the latest first.
func (v *view) latestScores(n goal.Node, most int) (scores []kpi.Ratio) {
	seen := make(map[string]bool) // a chain may be a circle
	for ok := true; ok && len(scores) < most && !seen[n.ID()]; n, ok = v.h.Node(n.Previous()) {
		seen[n.ID()] = true
		if r, _ := v.now.Goal(n.ID()); n.State(v.period.End) == goal.Closed && r.Progress.Known() {
			scores = append(scores, r.Progress)
		}
	}
	return scores
}

func (v *view) allEasy(scores []kpi.Ratio) bool {
	for _, s := range scores {
		if s.Rat().Cmp(v.limits.EasyScore.Rat()) <= 0 {
			return false
		}
	}
	return true
}

// listOf is a list of shares.
func listOf(fact string, ratios []kpi.Ratio) Fact {
	values, texts := make([]string, len(ratios)), make([]string, len(ratios))
	for i, r := range ratios {
		values[i], texts[i] = r.String(), percentText(r)
	}
	return Fact{fact, strings.Join(values, ","), strings.Join(texts, ", ")}
}

func achieved(v *view, r *Report, add func(Insight)) error {
	for i := range r.Goals {
		if g := &r.Goals[i]; g.Status == rollup.Achieved && g.Was != rollup.Achieved {
			n, _ := v.h.Node(g.ID)
			add(Insight{Goal: g.ID, Facts: []Fact{name("goal", n), share("progress", g.Progress)}})
		}
	}
	return nil
}

func recovered(v *view, r *Report, add func(Insight)) error {
	for i := range r.Goals {
		g := &r.Goals[i]
		good := g.Status == rollup.OnTrack || g.Status == rollup.Ahead
		bad := g.Was == rollup.Behind || g.Was == rollup.AtRisk
		if n, _ := v.h.Node(g.ID); good && bad && v.open(n) {
			add(Insight{Goal: g.ID, Facts: []Fact{
				name("goal", n),
				{"status", string(g.Status), strings.ReplaceAll(string(g.Status), "_", " ")},
				word("was", string(g.Was)),
				share("progress", g.Progress), share("expected", g.Expected),
			}})
		}
	}
	return nil
}

package report

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// planRules are about how the plan is set up. The numbers from where on are those
// of Viva's alerts where it has one.
var planRules = []Rule{
	fault("overdue", Warning, "{goal} was to end on {end} and is still active", overdue,
		"An active goal whose period ended before the end of the report's."),
	fault("dates-outside", Warning, "{goal} is not within the time of {parent}", datesOutside,
		"The period of a goal is not all within that of an active goal that it supports."),
	fault("no-parent", Warning, "{goal} is a step towards nothing: it supports no goal", noParent,
		"A micro goal supports no goal."),
	fault("no-child", Warning, "{goal} has no goals that work towards it", noChild,
		"No live goal supports a macro goal."),
	fault("zero-weights", Warning, "the goals below {goal} all weigh 0", zeroWeights,
		"All live goals below a goal, the count, are linked with weight 0."),
	fault("many-children", Note, "{goal} has {count} goals directly below it", manyChildren,
		"More than 5 live goals count in a goal."),
	together("no-owner", Warning, "nobody owns {goals}", func(n goal.Node) bool { return n.Owner() == "" },
		"Active goals, the count, have no owner."),
	together("no-cadence", Note, "it is not said how often {goals} should be looked at", noCadence,
		"Active goals with a measure, the count, have no cadence."),
	{
		Code: "balance", Severity: Note,
		Doc: "The share of micro goals in the open work is below 0.5 or above 0.9. Each open goal counts as often as it is linked " +
			"to the goals it supports with a weight other than 0, and at least once. Not with fewer than 4 open goals. " +
			"Facts besides: micro, macro, these counts.",
		Text: "{share} of the open work is on micro goals; from {low} to {high} would be balanced",
		find: balance,
	},
}

// set is a goal that the plan pursues or is about to: it is active and not over.
func (v *view) set(n goal.Node) bool {
	return n.State(v.period.End) == goal.Active && n.Period().End.After(v.period.End)
}

// fault is a rule about a fault of one goal: test says what is wrong with it besides
// its name, or nothing.
func fault(code string, s Severity, text string, test func(*view, goal.Node) []Fact, doc string) Rule {
	return Rule{Code: code, Severity: s, Doc: doc, Text: text, find: func(v *view, _ *Report, add func(Insight)) error {
		for n := range v.h.All() {
			if facts := test(v, n); facts != nil {
				add(Insight{Goal: n.ID(), Facts: append([]Fact{name("goal", n)}, facts...)})
			}
		}
		return nil
	}}
}

// together is a rule about a fault that all goals that have it are named for at once.
func together(code string, s Severity, text string, test func(goal.Node) bool, doc string) Rule {
	return Rule{Code: code, Severity: s, Doc: doc, Text: text, find: func(v *view, _ *Report, add func(Insight)) error {
		var ids, titles []string
		for n := range v.h.All() {
			if v.set(n) && test(n) {
				ids, titles = append(ids, n.ID()), append(titles, cmp.Or(n.Title(), n.ID()))
			}
		}
		if len(ids) > 0 {
			add(Insight{Goals: ids, Facts: []Fact{{"goals", strings.Join(ids, ","), shortList(titles)}, count("count", len(ids))}})
		}
		return nil
	}}
}

// shortList names the first twenty of a list, and says how many more there are.
func shortList(titles []string) string {
	const most = 20
	if more := len(titles) - most; more > 0 {
		return strings.Join(titles[:most], ", ") + " and " + strconv.Itoa(more) + " more"
	}
	return strings.Join(titles, ", ")
}

func overdue(v *view, n goal.Node) []Fact {
	end := n.Period().End
	if n.State(v.period.End) != goal.Active || !end.Before(v.period.End) {
		return nil
	}
	return []Fact{date("end", end.Add(-time.Nanosecond))}
}

func datesOutside(v *view, n goal.Node) []Fact {
	for e := range n.Parents() {
		if v.set(n) && e.Parent.State(v.period.End) == goal.Active && !e.Parent.Period().Encloses(n.Period()) {
			return []Fact{name("parent", e.Parent)}
		}
	}
	return nil
}

func noParent(v *view, n goal.Node) []Fact {
	if !v.set(n) || n.Level() != goal.Micro || len(parents(n)) > 0 {
		return nil
	}
	return []Fact{}
}

func noChild(v *view, n goal.Node) []Fact {
	if linked, _ := v.below(n); !v.set(n) || n.Level() != goal.Macro || linked > 0 {
		return nil
	}
	return []Fact{}
}

func zeroWeights(v *view, n goal.Node) []Fact {
	linked, counting := v.below(n)
	if !v.set(n) || linked == 0 || counting > 0 {
		return nil
	}
	return []Fact{count("count", linked)}
}

func manyChildren(v *view, n goal.Node) []Fact {
	_, counting := v.below(n)
	if !v.set(n) || big.NewRat(int64(counting), 1).Cmp(v.limits.Children.Rat()) <= 0 {
		return nil
	}
	return []Fact{count("count", counting)}
}

// below returns how many live goals are linked directly below a goal, and how many
// of them count.
func (v *view) below(n goal.Node) (linked, counting int) {
	for e := range n.Children() {
		if !v.live(e.Child) {
			continue
		}
		linked++
		if e.Counts {
			counting++
		}
	}
	return linked, counting
}

func noCadence(n goal.Node) bool {
	_, measured := n.Measure()
	return measured && n.Cadence() == ""
}

func balance(v *view, _ *Report, add func(Insight)) error {
	weight := make(map[goal.Level]int)
	open := 0
	for n := range v.h.All() {
		if v.open(n) {
			open++
			weight[n.Level()] += max(linksUp(n), 1)
		}
	}
	all := weight[goal.Micro] + weight[goal.Macro]
	if open < 4 {
		return nil
	}
	micro := portion(weight[goal.Micro], all)
	low, high := v.limits.MicroLow, v.limits.MicroHigh
	threshold := low
	switch x := micro.Rat(); {
	case x.Cmp(high.Rat()) > 0:
		threshold = high
	case x.Cmp(low.Rat()) >= 0:
		return nil
	}
	add(Insight{Threshold: threshold, Facts: []Fact{
		share("share", micro), share("low", kpi.RatioOf(low)), share("high", kpi.RatioOf(high)),
		count("micro", weight[goal.Micro]), count("macro", weight[goal.Macro]),
	}})
	return nil
}

// linksUp returns how many links of a goal to those it supports count.
func linksUp(n goal.Node) int {
	links := 0
	for e := range n.Parents() {
		if e.Counts {
			links++
		}
	}
	return links
}

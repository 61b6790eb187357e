package report

import (
	"cmp"
	"math/big"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// partRules are about what macro goals are made of.
var partRules = []Rule{
	{
		Code: "contributor-worst", Severity: Note,
		Doc: "The counted child of an open macro goal, of two or more, whose share of the weight times progress less " +
			"expectation is the smallest, if that is below 0; of equal ones the first id.",
		Text: "{child} holds {goal} back most: {effect} against its plan",
		find: contributor(-1),
	},
	{
		Code: "contributor-best", Severity: Note,
		Doc:  "The same of the largest, if that is above 0.",
		Text: "{child} helps {goal} most: {effect} against its plan",
		find: contributor(1),
	},
	{
		Code: "concentration", Severity: Note,
		Doc: "Of three or more begun parts, children or channels, of an open macro goal one gives more than 0.5 of its progress, " +
			"or the sum of the squared shares H is concentrated: (H - 1/n) / (1 - 1/n) above 0.25, n being the number of parts. " +
			"Not before a tenth is expected. Facts besides: parts, index, which is that of the children or channels.",
		Text: "{goal} hangs on {part}, which gives {share} of its progress",
		find: concentration,
	},
}

// contributor returns the rule about the child that adds most in one direction:
// 1 is up.
func contributor(direction int) func(*view, *Report, func(Insight)) error {
	return func(v *view, _ *Report, add func(Insight)) error {
		for r := range v.now.All() {
			if !v.isOpenMacro(r.Node) {
				continue
			}
			child, effect, parts := v.extreme(r, direction)
			if parts < 2 || effect.Sign() != direction {
				continue
			}
			add(Insight{
				Goal: r.Node.ID(), Goals: []string{child.ID()},
				Facts: []Fact{name("goal", r.Node), name("child", child), points("effect", effect)},
			})
		}
		return nil
	}
}

// isOpenMacro reports whether a goal is an open macro goal that takes its progress
// from a mean of children.
func (v *view) isOpenMacro(n goal.Node) bool {
	return v.open(n) && n.Level() == goal.Macro && n.Method() == goal.Mean
}

// extreme returns the counted child whose effect is the largest in a direction,
// and how many children count.
func (v *view) extreme(r rollup.Result, direction int) (child goal.Node, most kpi.Ratio, count int) {
	all := new(big.Rat)
	for _, p := range r.Parts() {
		if p.Excluded == "" {
			all.Add(all, p.Weight.Rat())
		}
	}
	for _, p := range r.Parts() {
		if p.Own || p.Excluded != "" {
			continue
		}
		effect := v.effect(p, all)
		order := direction * effect.Cmp(most)
		if count == 0 || order > 0 || order == 0 && p.Node.ID() < child.ID() {
			child, most = p.Node, effect
		}
		count++
	}
	return child, most, count
}

// effect returns by how much a child moves its parent off what is expected of it:
//
//	c = w (p - E) / sum of w
//
// p being its progress, E what is expected of it. What is unknown counts as 0, as it
// does in the parent.
func (v *view) effect(p rollup.Part, all *big.Rat) kpi.Ratio {
	child, _ := v.now.Goal(p.Node.ID())
	c := orZero(p.Progress).Bar().Sub(orZero(child.Expected)).Rat()
	c.Mul(c, p.Weight.Rat())
	return kpi.Quotient(new(big.Int).Mul(c.Num(), all.Denom()), new(big.Int).Mul(c.Denom(), all.Num()))
}

func concentration(v *view, _ *Report, add func(Insight)) error {
	for r := range v.now.All() {
		if !v.isOpenMacro(r.Node) || !v.isTold(r.Expected) {
			continue
		}
		children, channels := v.shares(r)
		share, limit := v.limits.PartShare, v.limits.Concentration
		for _, found := range []struct {
			parts     *shares
			fires     bool
			threshold kpi.Number
		}{
			{children, children.top().Cmp(share.Rat()) > 0, share},
			{channels, channels.top().Cmp(share.Rat()) > 0, share},
			{children, children.index().Cmp(limit.Rat()) > 0, limit},
		} {
			if len(found.parts.names) >= 3 && found.fires {
				add(v.concentrated(r.Node, found.parts, found.threshold))
				break
			}
		}
	}
	return nil
}

func (v *view) concentrated(n goal.Node, parts *shares, threshold kpi.Number) Insight {
	key, top := parts.largest(), parts.top()
	found := Insight{Goal: n.ID(), Threshold: threshold}
	part := word("part", key)
	if child, ok := v.h.Node(key); ok && !parts.byChannel {
		part, found.Goals = name("part", child), []string{key}
	} else {
		found.Channel = key
	}
	index := parts.index()
	found.Facts = []Fact{
		name("goal", n), part, share("share", kpi.Quotient(top.Num(), top.Denom())), count("parts", len(parts.names)),
		word("index", kpi.Quotient(index.Num(), index.Denom()).String()),
	}
	return found
}

// shares returns what a goal's begun children, and their channels, add to its
// progress.
func (v *view) shares(r rollup.Result) (children, channels *shares) {
	children, channels = &shares{}, &shares{byChannel: true}
	for _, p := range r.Parts() {
		if p.Own || p.Excluded != "" || !p.Node.Period().Start.Before(v.period.End) {
			continue
		}
		given := orZero(p.Progress).Rat()
		given.Mul(given, p.Weight.Rat())
		if given.Sign() < 0 {
			given.SetInt64(0)
		}
		children.add(p.Node.ID(), given)
		if channel := channelOf(p.Node); channel != "" {
			channels.add(channel, given)
		} else {
			channels.rest.Add(&channels.rest, given)
		}
	}
	return children, channels
}

// channelOf returns the channel on which a goal is measured.
func channelOf(n goal.Node) string {
	m, _ := n.Measure()
	return cmp.Or(m.Channel, n.Channel())
}

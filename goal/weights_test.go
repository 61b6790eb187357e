package goal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// weighed returns the weights of the children of "root", each with its id and a
// star if it does not count.
func weighed(t *testing.T, p goal.Plan) map[string]string {
	t.Helper()
	root, ok := built(t, p).Node("root")
	require.True(t, ok)
	weights := make(map[string]string)
	for e := range root.Children() {
		text := e.Weight.Rat().RatString()
		if !e.Counts {
			text += " *"
		}
		weights[e.Child.ID()] = text
	}
	return weights
}

// family returns a plan of a root and children with the weights given, "" for
// none.
func family(weighting goal.Weighting, weights ...string) goal.Plan {
	p := goal.Plan{Goals: []goal.Goal{{ID: "root", Level: goal.Macro, Period: "2026", Weighting: weighting}}}
	for i, w := range weights {
		child := step(string(rune('a'+i)), "root")
		if w != "" {
			child.Supports[0].Weight = kpi.Num(w)
		}
		p.Goals = append(p.Goals, child)
	}
	return p
}

func TestRelativeWeights(t *testing.T) {
	want := map[string]string{"a": "1", "b": "0 *", "c": "5/2", "d": "1"}
	assert.Equal(t, want, weighed(t, family("", "", "0", "2.50", "1")))
	assert.Equal(t, want, weighed(t, family(goal.Relative, "", "0.00", "2.5", "1")))
}

func TestPercentWeights(t *testing.T) {
	tests := []struct {
		name  string
		given []string
		want  map[string]string
	}{
		{"all given", []string{"60", "39.5", "0.5"}, map[string]string{"a": "60", "b": "79/2", "c": "1/2"}},
		{"with a 0", []string{"100", "0"}, map[string]string{"a": "100", "b": "0 *"}},
		{"one left", []string{"60", "", "15"}, map[string]string{"a": "60", "b": "25", "c": "15"}},
		{"three left", []string{"", "50", "", ""}, map[string]string{"a": "50/3", "b": "50", "c": "50/3", "d": "50/3"}},
		{"none given", []string{"", "", ""}, map[string]string{"a": "100/3", "b": "100/3", "c": "100/3"}},
		{"little left", []string{"99.999999999999999999", ""}, map[string]string{"a": "99999999999999999999/1000000000000000000", "b": "1/1000000000000000000"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, weighed(t, family(goal.Percent, test.given...)))
		})
	}
}

// Percentages are checked over all links, whatever the children's states.
func TestPercentCountsCancelledChildren(t *testing.T) {
	p := family(goal.Percent, "60", "40")
	p.Goals[2].State = goal.Cancelled
	assert.Equal(t, map[string]string{"a": "60", "b": "40"}, weighed(t, p))
	p.Goals[2].Supports[0].Weight = kpi.Num("39")
	_, err := goal.New(p)
	assert.Equal(t, []string{"root weighting: percent 99"}, found(t, err))
}

func TestTargetWeights(t *testing.T) {
	p := family(goal.ByTarget, "", "", "7", "0", "")
	p.Metrics = []kpi.Metric{{ID: "followers", Combine: kpi.Last}, {ID: "leads", Combine: kpi.Sum}, {ID: "rank", Unit: kpi.Rank, Combine: kpi.Last}}
	for i, m := range []struct {
		metric string
		target kpi.Target
	}{
		{"followers", kpi.Reach("5000", "6000")},
		{"followers", kpi.Reach("80", "20")}, // down is a distance too
		{"", kpi.ReachBy("200", "10%")},      // an own series counts, as followers do; the weight given says nothing
		{"rank", kpi.AtMost("3")},            // weight 0: not looked at
		{"leads", kpi.Deliver("300")},        // a sum goes from 0
	} {
		p.Goals[i+1].Measure = &goal.Measure{Metric: m.metric, Target: &m.target}
	}
	assert.Equal(t, map[string]string{"a": "1000", "b": "60", "c": "20", "d": "0 *", "e": "300"}, weighed(t, p))
}

func TestTargetWeightsNeedEndsInThePlan(t *testing.T) {
	p := family(goal.ByTarget, "", "", "")
	p.Metrics = []kpi.Metric{{ID: "followers", Combine: kpi.Last}}
	measured := kpi.Target{Kind: kpi.KindReach, Change: "10%"}
	done := kpi.Finish()
	p.Goals[1].Measure = &goal.Measure{Metric: "followers", Target: &measured}
	p.Goals[2].Measure = &goal.Measure{Metric: "followers", Target: &done}
	p.Goals[3].Measure = &goal.Measure{Metric: "followers"}
	_, err := goal.New(p)
	assert.Equal(t, []string{"root weighting: target a", "root weighting: target b", "root weighting: measure c"}, found(t, err))
}

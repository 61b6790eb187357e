package abtest_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi/abtest"
)

// TestPeeking lets equal arms run and looks after each person: the always-valid
// interval claims a difference in at most alpha of the runs, the test that is
// meant for one look in many more.
func TestPeeking(t *testing.T) {
	const runs, people = 400, 300
	random := rand.New(rand.NewPCG(9, 10))
	peek, once := abtest.Plan{N: 200, Peek: true}, abtest.Plan{N: 1}
	claimed := func(plan abtest.Plan, a, b abtest.Arm) bool {
		o := plan.Judge(a, b).Verdicts[0].Outcome
		return o == abtest.Better || o == abtest.Worse
	}
	byPeek, byOnce := 0, 0
	for range runs {
		var a, b abtest.Arm
		early, often := false, false
		for range people {
			a, b = add(random, a, 0.3), add(random, b, 0.3)
			early = early || claimed(peek, a, b)
			often = often || claimed(once, a, b)
		}
		if early {
			byPeek++
		}
		if often {
			byOnce++
		}
	}
	assert.LessOrEqual(t, byPeek, runs*5/100, "of %d", runs)
	assert.Greater(t, byOnce, runs*20/100, "of %d", runs)
}

// add returns the arm with one more, who converts at the rate.
func add(random *rand.Rand, a abtest.Arm, rate float64) abtest.Arm {
	a.N++
	if random.Float64() < rate {
		a.Conversions++
	}
	return a
}

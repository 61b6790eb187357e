package rollup_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// BenchmarkHistory asks for the progress of the root on every day of a quarter,
// each leaf being read once a week. The baseline is as many evaluations.
func BenchmarkHistory(b *testing.B) {
	for _, size := range benchmarkSizes(1_000, 100_000) {
		plan, _ := bushy(size)
		h, err := goal.New(plan)
		if err != nil {
			b.Fatal(err)
		}
		ledger := weekly(plan)
		var days []kpi.Moment
		for day := time.Date(2026, time.January, 2, 0, 0, 0, 0, time.UTC); day.Month() < time.April; day = day.AddDate(0, 0, 1) {
			days = append(days, kpi.Before(day))
		}
		b.Run(strconv.Itoa(size)+"/history", func(b *testing.B) {
			for b.Loop() {
				if _, err := (rollup.Policy{}).History(h, ledger, days, "g0"); err != nil {
					b.Fatal(err)
				}
			}
			perGoal(b, size*len(days))
		})
		b.Run(strconv.Itoa(size)+"/evaluations", func(b *testing.B) {
			for b.Loop() {
				for _, day := range days {
					if _, err := (rollup.Policy{}).Evaluate(h, ledger, day); err != nil {
						b.Fatal(err)
					}
				}
			}
			perGoal(b, size*len(days))
		})
	}
}

// weekly returns a ledger with a reading a week of each measured goal.
func weekly(plan goal.Plan) *kpi.Ledger {
	random := rand.New(rand.NewPCG(3, 4))
	var ledger kpi.Ledger
	for _, g := range plan.Goals {
		if g.Measure == nil {
			continue
		}
		day := time.Date(2026, time.January, 1+random.IntN(7), 9, 0, 0, 0, time.UTC)
		for ; day.Month() < time.April; day = day.AddDate(0, 0, 7) {
			err := ledger.Add(kpi.Observation{Goal: g.ID, At: day, Value: kpi.NumberOf(decimal.New(random.Int64N(11_000), -2))})
			if err != nil {
				panic(err)
			}
		}
	}
	return &ledger
}

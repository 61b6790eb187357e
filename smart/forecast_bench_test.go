package smart

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/goalkit/goalkit/kpi"
)

// The forecast of one goal: of weeks, and of months in which a season is looked for.
func BenchmarkForecast(b *testing.B) {
	for _, bb := range []struct {
		step   kpi.Cadence
		points int
	}{{kpi.Weekly, 8}, {kpi.Weekly, 36}, {kpi.Monthly, 36}} {
		b.Run(fmt.Sprintf("%d %ss", bb.points, bb.step), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			values := make([]float64, bb.points)
			for t := range values {
				values[t] = 8 + 0.01*float64(t) + 0.05*r.NormFloat64()
			}
			h := history{step: bb.step}
			for b.Loop() {
				m, _ := h.prospects(values, horizon{steps: 13}, standingWalks)
				m.chance(8.5, 1)
				m.target(0.5, 1)
				m.target(0.25, 1)
			}
		})
	}
}

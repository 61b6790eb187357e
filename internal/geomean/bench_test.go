package geomean_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/goalkit/goalkit/internal/geomean"
)

func BenchmarkMean(b *testing.B) {
	for _, n := range []int{3, 30, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := newSource(5)
			parts, weights := make([]*big.Int, n), make([]*big.Int, n)
			for i := range parts {
				parts[i] = big.NewInt(1 + s.Int64N(1e18))
				weights[i] = big.NewInt(1 + s.Int64N(1e6))
			}
			run(b, parts, weights)
		})
	}
	b.Run("lopsided", func(b *testing.B) {
		run(b, list(unit(), plus(unit(), -1)), list(ten(70), big.NewInt(1)))
	})
}

func run(b *testing.B, parts, weights []*big.Int) {
	b.ReportAllocs()
	for b.Loop() {
		geomean.Mean(parts, weights)
	}
}

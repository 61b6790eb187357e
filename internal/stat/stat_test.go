package stat_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/internal/stat"
)

// near checks for 1e-12 relative.
func near(t *testing.T, want, got float64, about ...any) {
	t.Helper()
	if want == got { // 0 and the infinities
		return
	}
	assert.InEpsilon(t, want, got, 1e-12, about...)
}

func TestNormal(t *testing.T) {
	// Abramowitz and Stegun, table 26.1: P(x) to 15 places.
	near(t, 0.841344746068543, stat.Normal(1))
	near(t, 0.977249868051821, stat.Normal(2))
	near(t, 0.998650101968370, stat.Normal(3))
	assert.Equal(t, 0.5, stat.Normal(0))
	assert.Equal(t, 0.0, stat.Normal(math.Inf(-1)))
	assert.Equal(t, 0.0, stat.NormalTail(math.Inf(1)))
	assert.True(t, math.IsNaN(stat.Normal(math.NaN())))

	for z := 0.0625; z < 37; z += z/4 + 0.1 {
		want := normalTail(z)
		near(t, want, stat.NormalTail(z), z)
		near(t, want, stat.Normal(-z), z)
		near(t, 1-want, stat.Normal(z), z)
	}
}

func TestNormalQuantile(t *testing.T) {
	// Abramowitz and Stegun, table 26.5, and R's qnorm.
	near(t, 1.6448536269514722, stat.NormalQuantile(0.95))
	near(t, 1.959963984540054, stat.NormalQuantile(0.975))
	near(t, 2.5758293035489004, stat.NormalQuantile(0.995))
	near(t, -3.090232306167813, stat.NormalQuantile(0.001))
	assert.Equal(t, 0.0, stat.NormalQuantile(0.5))
	for _, p := range probabilities {
		z := stat.NormalQuantile(p)
		near(t, p, normalTail(-z), p)
	}
	for d := 1e-15; d < 0.25; d *= 10 { // where z is d √2π
		z := stat.NormalQuantile(0.5 + d)
		near(t, (0.5+d)-0.5, math.Erf(z/math.Sqrt2)/2, d)
		assert.Equal(t, -z, stat.NormalQuantile(0.5-((0.5+d)-0.5)))
	}
	ends(t, stat.NormalQuantile)
}

var probabilities = []float64{1e-300, 1e-100, 1e-20, 1e-6, 0.001, 0.025, 0.1, 0.2499, 0.2501, 0.4, 0.49}

// ends checks what a quantile function is at the ends of 0..1 and outside.
func ends(t *testing.T, quantile func(p float64) float64) {
	t.Helper()
	assert.Equal(t, math.Inf(-1), quantile(0))
	assert.Equal(t, math.Inf(1), quantile(1))
	for _, p := range []float64{-1e-300, 1.0000001, math.NaN(), math.Inf(1), math.Inf(-1)} {
		assert.True(t, math.IsNaN(quantile(p)), p)
	}
	last := math.Inf(-1)
	for _, p := range []float64{5e-324, 1e-310, 1e-200, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 1 - 0x1p-53} {
		q := quantile(p)
		assert.False(t, math.IsNaN(q), p)
		assert.GreaterOrEqual(t, q, last, p)
		last = q
	}
}

func TestStudentClosedForms(t *testing.T) {
	for x := 0.01; x < 1e9; x *= 1.7 {
		near(t, math.Atan(1/x)/math.Pi, stat.StudentTail(x, 1), x) // Cauchy
		root := math.Sqrt(2 + x*x)
		near(t, 1/(root*(root+x)), stat.StudentTail(x, 2), x) // (1 - x/√(2+x²)) / 2
	}
	near(t, 1e-200/math.Pi, stat.StudentTail(1e200, 1))
}

func TestStudentEven(t *testing.T) {
	for _, df := range []int{2, 4, 10, 98, 100, 102, 1000, 29998, 30002} {
		for _, x := range []float64{0.001, 0.5, 1.6, 1.8, 5, 15, 30} {
			want := studentTailEven(x, df)
			about := fmt.Sprint("t=", x, " df=", df)
			near(t, want, stat.StudentTail(x, float64(df)), about)
			near(t, want, stat.Student(-x, float64(df)), about)
			near(t, 1-want, stat.Student(x, float64(df)), about)
		}
	}
}

func TestStudentRealDegrees(t *testing.T) {
	for _, df := range []float64{0.01, 0.3, 1, 1.5, 3, 7.77, 31, 99.5, 100.5, 1234.5} {
		for _, x := range []float64{0.001, 0.5, 1.6, 1.8, 5, 15, 30, 1e6} {
			near(t, studentTailIntegral(x, df), stat.StudentTail(x, df), fmt.Sprint("t=", x, " df=", df))
		}
	}
}

func TestStudentManyDegrees(t *testing.T) {
	for _, x := range []float64{0.01, 1, 2, 6, 20} {
		near(t, normalTail(x), stat.StudentTail(x, math.Inf(1)), x)
		near(t, normalTail(x), stat.StudentTail(x, 1e19), x)
		// P(T > t) = P(Z > t) + (t³ + t) φ(t) / 4df + ..., Abramowitz and Stegun, 26.7.8.
		df, density := 1e12, math.Exp(-x*x/2)/math.Sqrt(2*math.Pi)
		near(t, normalTail(x)+(x*x*x+x)*density/(4*df), stat.StudentTail(x, df), x)
	}
}

func TestStudentEnds(t *testing.T) {
	for _, df := range []float64{1e-100, 1e-9, 1, 100, 1e5, 1e300, math.Inf(1)} {
		assert.Equal(t, 0.5, stat.Student(0, df), df)
		assert.Equal(t, 0.0, stat.StudentTail(math.Inf(1), df), df)
		assert.Equal(t, 1.0, stat.Student(math.Inf(1), df), df)
		for _, x := range []float64{5e-324, 1e-200, 1, 1e200, math.MaxFloat64} {
			tail := stat.StudentTail(x, df)
			assert.True(t, tail >= 0 && tail <= 0.5, "t=%g df=%g: %g", x, df, tail)
		}
	}
	for _, df := range []float64{0, 1e-101, -1, math.Inf(-1), math.NaN()} {
		assert.True(t, math.IsNaN(stat.Student(1, df)), df)
		assert.True(t, math.IsNaN(stat.StudentQuantile(0.5, df)), df)
	}
	assert.True(t, math.IsNaN(stat.Student(math.NaN(), 3)))
}

func TestStudentQuantile(t *testing.T) {
	// Abramowitz and Stegun, table 26.10, to the digits printed there.
	assert.InDelta(t, 12.706, stat.StudentQuantile(0.975, 1), 0.0005)
	assert.InDelta(t, 2.228, stat.StudentQuantile(0.975, 10), 0.0005)
	assert.InDelta(t, 2.750, stat.StudentQuantile(0.995, 30), 0.0005)
	for _, p := range probabilities {
		near(t, -1/math.Tan(p*math.Pi), stat.StudentQuantile(p, 1), p)
		near(t, (2*p-1)/math.Sqrt(2*p*(1-p)), stat.StudentQuantile(p, 2), p)
		for _, df := range []float64{0.1, 0.7, 3, 8.5, 100, 1000.25} {
			x := stat.StudentQuantile(p, df)
			if math.IsInf(x, 0) {
				assert.Less(t, math.Log10(p)/df, -300.0, "p=%g df=%g", p, df)
				continue
			}
			near(t, p, studentTailIntegral(-x, df), fmt.Sprint("p=", p, " df=", df))
		}
	}
	for _, df := range []float64{1e-100, 0.001, 1, 2.5, 100, 1e5, 1e17, 1e300, math.Inf(1)} {
		assert.Equal(t, 0.0, stat.StudentQuantile(0.5, df))
		ends(t, func(p float64) float64 { return stat.StudentQuantile(p, df) })
	}
}

func TestChiSquareTail(t *testing.T) {
	// R's chisq.test and Abramowitz and Stegun, table 26.8.
	near(t, 0.004677734981047266, stat.ChiSquareTail(8, 1))
	assert.InDelta(t, 0.05, stat.ChiSquareTail(18.3070, 10), 0.000005)
	for x := 0.001; x < 1400; x *= 1.3 {
		root := math.Sqrt(x / 2)
		near(t, math.Erfc(root), stat.ChiSquareTail(x, 1), x)
		near(t, math.Exp(-x/2), stat.ChiSquareTail(x, 2), x)
		near(t, math.Erfc(root)+2*root*math.Exp(-x/2)/math.SqrtPi, stat.ChiSquareTail(x, 3), x)
	}
	for _, df := range []int{4, 18, 20, 22, 100, 1000, 100_000, 1_000_000} {
		for _, z := range []float64{-5, -1, -0.01, 0, 0.01, 1, 5, 20, 30} {
			n := float64(df)
			x := n + z*math.Sqrt(2*n)
			if x <= 0 {
				continue
			}
			near(t, chiSquareTailEven(x, df), stat.ChiSquareTail(x, n), fmt.Sprint("x=", x, " df=", df))
		}
	}
}

func TestChiSquareEnds(t *testing.T) {
	for _, df := range []float64{1e-300, 0.5, 1, 19, 21, 1e9, 1e300} {
		assert.Equal(t, 1.0, stat.ChiSquareTail(0, df))
		assert.Equal(t, 1.0, stat.ChiSquareTail(-3, df))
		assert.Equal(t, 0.0, stat.ChiSquareTail(math.Inf(1), df))
		for _, x := range []float64{5e-324, 1e-9, 1, 1e9, math.MaxFloat64} {
			tail := stat.ChiSquareTail(x, df)
			assert.True(t, tail >= 0 && tail <= 1, "x=%g df=%g: %g", x, df, tail)
		}
	}
	for _, df := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		assert.True(t, math.IsNaN(stat.ChiSquareTail(1, df)), df)
	}
	assert.True(t, math.IsNaN(stat.ChiSquareTail(math.NaN(), 1)))
}

package trend_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi/trend"
)

// An exactLine is least squares in rationals.
type exactLine struct {
	slope, intercept *big.Rat
	meanX, sxx       *big.Rat
	syy, sse         *big.Rat
}

// exactly fits by the normal equations in sums of raw products, the form that
// loses everything in floats and nothing in rationals.
func exactly(x, y []*big.Rat) exactLine {
	n := big.NewRat(int64(len(x)), 1)
	sum := func(term func(i int) *big.Rat) *big.Rat {
		s := new(big.Rat)
		for i := range x {
			s.Add(s, term(i))
		}
		return s
	}
	product := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
	less := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	per := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

	sx := sum(func(i int) *big.Rat { return x[i] })
	sy := sum(func(i int) *big.Rat { return y[i] })
	sxx := sum(func(i int) *big.Rat { return product(x[i], x[i]) })
	sxy := sum(func(i int) *big.Rat { return product(x[i], y[i]) })
	syy := sum(func(i int) *big.Rat { return product(y[i], y[i]) })

	var l exactLine
	l.slope = per(less(product(n, sxy), product(sx, sy)), less(product(n, sxx), product(sx, sx)))
	l.intercept = per(less(sy, product(l.slope, sx)), n)
	l.meanX = per(sx, n)
	l.sxx = less(sxx, per(product(sx, sx), n))
	l.syy = less(syy, per(product(sy, sy), n))
	l.sse = sum(func(i int) *big.Rat {
		r := less(y[i], new(big.Rat).Add(l.intercept, product(l.slope, x[i])))
		return product(r, r)
	})
	return l
}

func (l exactLine) at(x *big.Rat) *big.Rat {
	y := new(big.Rat).Mul(l.slope, x)
	return y.Add(y, l.intercept)
}

func rat(x float64) *big.Rat { return new(big.Rat).SetFloat64(x) }

func near(r *big.Rat) float64 {
	x, _ := r.Float64()
	return x
}

func TestFitLineAgainstRationals(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	quartiles := make(map[int]float64)
	for range 300 {
		n := 3 + rng.IntN(40)
		offsetX := math.Pow10(rng.IntN(10)) * rng.NormFloat64()
		offsetY := math.Pow10(rng.IntN(10)) * rng.NormFloat64()
		slope := rng.NormFloat64()
		points := make([]trend.XY, n)
		xs, ys := make([]*big.Rat, n), make([]*big.Rat, n)
		for i := range points {
			x := 100 * rng.Float64()
			p := trend.XY{X: offsetX + x, Y: offsetY + slope*x + 10*rng.NormFloat64()}
			points[i], xs[i], ys[i] = p, rat(p.X), rat(p.Y)
		}
		line, why := trend.FitLine(points)
		require.Empty(t, why)
		want := exactly(xs, ys)

		// The slope may be next to 0: its error is measured by its standard error.
		slopeError := math.Sqrt(near(want.sse) / float64(n-2) / near(want.sxx))
		assert.InDelta(t, near(want.slope), line.Slope, 1e-12*(slopeError+math.Abs(near(want.slope))))
		assert.InEpsilon(t, slopeError, value(t, line.SlopeError), 1e-12)
		assert.InDelta(t, 1-near(want.sse)/near(want.syy), value(t, line.R2), 1e-12)

		scaleOfIntercept := math.Abs(near(want.intercept)) + math.Abs(offsetY) + math.Abs(line.Slope*offsetX) + 1000
		assert.InDelta(t, near(want.intercept), line.Intercept, 1e-14*scaleOfIntercept+1e-12*slopeError*math.Abs(offsetX))

		x := offsetX + 200
		scale := math.Abs(offsetY) + 1000
		assert.InDelta(t, near(want.at(rat(x))), value(t, line.At(x)), 1e-14*scale)
		spread := math.Sqrt(near(want.sse) / float64(n-2) * (1 + 1/float64(n) + math.Pow(near(new(big.Rat).Sub(rat(x), want.meanX)), 2)/near(want.sxx)))
		low, high := line.Interval(x, 0.5)
		if quartiles[n] == 0 {
			quartiles[n] = quartile(n - 2)
		}
		assert.InDelta(t, spread*2*quartiles[n], value(t, high)-value(t, low), 1e-12*scale)
	}
}

// quartile returns what Student's T is above once in four times, by bisection of
// the integral of its density: slow, and nothing that the library uses.
func quartile(df int) float64 {
	nu := float64(df)
	a, _ := math.Lgamma((nu + 1) / 2)
	b, _ := math.Lgamma(nu / 2)
	scale := math.Exp(a-b) / math.Sqrt(nu*math.Pi)
	density := func(x float64) float64 { return scale * math.Pow(1+x*x/nu, -(nu+1)/2) }
	toZero := func(x float64) float64 { // Simpson
		const steps = 400
		h := x / steps
		s := density(0) + density(x)
		for i := 1; i < steps; i++ {
			s += float64(2+2*(i%2)) * density(float64(i)*h)
		}
		return s * h / 3
	}
	low, high := 0.0, 2.0
	for range 60 {
		if mid := (low + high) / 2; toZero(mid) < 0.25 {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// Instants in nanoseconds have 19 digits and a float64 has 16: a series within a
// second must not lose them.
func TestFitKeepsNanoseconds(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	start := time.Date(2026, time.March, 1, 12, 0, 0, 123456789, time.UTC)
	const n = 20
	points := make([]trend.Point, n)
	xs, ys := make([]*big.Rat, n), make([]*big.Rat, n)
	for i := range points {
		nanos := rng.Int64N(1000)
		at := start.Add(time.Duration(nanos))
		y := 1e6 + rng.NormFloat64()
		points[i] = trend.Point{At: at, Value: y}
		xs[i] = new(big.Rat).SetFrac64(at.UnixNano(), 24*60*60*1e9)
		ys[i] = rat(y)
	}
	line, why := trend.Fit(points)
	require.Empty(t, why)
	want := exactly(xs, ys)
	assert.InEpsilon(t, near(want.slope), line.Slope, 1e-9)
	end := start.Add(2 * time.Microsecond)
	days := new(big.Rat).SetFrac64(end.UnixNano(), 24*60*60*1e9)
	assert.InEpsilon(t, near(want.at(days)), value(t, line.At(end)), 1e-12)
}

func TestMeanAndSDAgainstRationals(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		n := 2 + rng.IntN(50)
		offset := math.Pow10(rng.IntN(12)) * rng.NormFloat64()
		values := make([]float64, n)
		sum, squares := new(big.Rat), new(big.Rat)
		for i := range values {
			values[i] = offset + rng.NormFloat64()
			sum.Add(sum, rat(values[i]))
		}
		want := sum.Quo(sum, big.NewRat(int64(n), 1))
		for _, x := range values {
			d := new(big.Rat).Sub(rat(x), want)
			squares.Add(squares, d.Mul(d, d))
		}
		mean, sd := trend.MeanAndSD(values)
		assert.InEpsilon(t, near(want), mean, 1e-15)
		assert.InEpsilon(t, math.Sqrt(near(squares)/float64(n-1)), sd, 1e-12)
	}
}

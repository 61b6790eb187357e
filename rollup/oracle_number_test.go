package rollup_test

import (
	"math/big"
	"slices"
)

// The numbers of the oracle are fractions, nil where a figure is unknown.

// ratOf returns the fraction that text spells, as in "0.7" or "7/10".
func ratOf(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("not a number: " + text)
	}
	return r
}

var (
	ratZero = ratOf("0")
	ratOne  = ratOf("1")
	ratUnit = ratOf("1e-18") // the last place of a published figure
)

func ratAdd(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func ratSub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func ratMul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func ratDiv(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// ratClamp cuts x to low..high, where a nil limit is none.
func ratClamp(x, low, high *big.Rat) *big.Rat {
	if low != nil && x.Cmp(low) < 0 {
		x = low
	}
	if high != nil && x.Cmp(high) > 0 {
		x = high
	}
	return x
}

// ratBar cuts a figure to 0..1, as progress is of raw (design 3).
func ratBar(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	return ratClamp(x, ratZero, ratOne)
}

// ratSame reports whether both are unknown or both are the same number.
func ratSame(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

// ratText prints a figure for people who look for a difference.
func ratText(x *big.Rat) string {
	if x == nil {
		return "unknown"
	}
	return x.RatString() + " (" + x.FloatString(20) + ")"
}

// ratFloor returns the greatest integer not above x.
func ratFloor(x *big.Rat) *big.Int {
	return new(big.Int).Div(x.Num(), x.Denom()) // Euclid's, as the denominator is positive
}

// roundOnce rounds to 18 decimal places, half to even, but what is not exactly
// 0 or 1 never becomes 0 or 1 (design 4.5).
func roundOnce(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	rounded := roundHalfEven(x)
	for _, end := range []*big.Rat{ratZero, ratOne} {
		if rounded.Cmp(end) != 0 {
			continue
		}
		switch x.Cmp(end) {
		case -1:
			return ratSub(end, ratUnit)
		case 1:
			return ratAdd(end, ratUnit)
		}
	}
	return rounded
}

// roundNever leaves a figure exact.
func roundNever(x *big.Rat) *big.Rat { return x }

func roundHalfEven(x *big.Rat) *big.Rat {
	units := ratDiv(x, ratUnit)
	n := ratFloor(units)
	rest := ratSub(units, new(big.Rat).SetInt(n))
	half := rest.Cmp(ratOf("1/2"))
	if half > 0 || half == 0 && n.Bit(0) == 1 {
		n.Add(n, big.NewInt(1))
	}
	return ratMul(new(big.Rat).SetInt(n), ratUnit)
}

// shareOut writes total as a sum of one figure for each term: its exact value
// cut down to whole units, the units left over going to the terms that lost
// most, the first of equal ones (contract, parts: largest remainder).
func shareOut(exact []*big.Rat, total *big.Rat) []*big.Rat {
	shares := make([]*big.Rat, len(exact))
	rests := make([]*big.Rat, len(exact))
	left := ratDiv(total, ratUnit)
	for i, x := range exact {
		units := ratDiv(x, ratUnit)
		whole := new(big.Rat).SetInt(ratFloor(units))
		rests[i] = ratSub(units, whole)
		shares[i] = ratMul(whole, ratUnit)
		left.Sub(left, whole)
	}
	order := make([]int, len(exact))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return rests[j].Cmp(rests[i]) })
	for _, i := range order {
		if left.Sign() <= 0 {
			break
		}
		shares[i] = ratAdd(shares[i], ratUnit)
		left.Sub(left, ratOne)
	}
	return shares
}

// Geometric means are found through logarithms with so many bits that the
// figure is certain, or so close to a rounding boundary that it lies on it:
// weights of up to 70 digits and parts that differ by a unit of the 18th place
// leave at least 1e-110 between a mean and a boundary that it misses.
const geometricBits = 1000

var geometricSnap = ratOf("1e-150")

// geometricMean returns the product of x^(w/total) (design 4.4) for x above 0.
func geometricMean(xs, ws []*big.Rat) *big.Rat {
	total, logs := new(big.Rat), floatOf(ratZero)
	for i := range xs {
		total.Add(total, ws[i])
		logs.Add(logs, newFloat().Mul(floatOf(ws[i]), floatLn(floatOf(xs[i]))))
	}
	mean, _ := floatExp(newFloat().Quo(logs, floatOf(total))).Rat(nil)
	halves := ratMul(ratOf("2"), ratDiv(mean, ratUnit))
	nearest := ratFloor(ratAdd(halves, ratOf("1/2")))
	boundary := ratMul(new(big.Rat).SetInt(nearest), ratDiv(ratUnit, ratOf("2")))
	if distance := ratSub(mean, boundary); distance.Abs(distance).Cmp(ratMul(geometricSnap, ratAdd(mean, ratOne))) < 0 {
		return boundary
	}
	return mean
}

func newFloat() *big.Float { return new(big.Float).SetPrec(geometricBits) }

func floatOf(x *big.Rat) *big.Float { return newFloat().SetRat(x) }

var floatLn2 = floatLnNearOne(newFloat().SetInt64(2))

// floatLn returns the natural logarithm of x above 0: x = m × 2^e, m in 0.5..1.
func floatLn(x *big.Float) *big.Float {
	m := newFloat()
	e := x.MantExp(m)
	ln := floatLnNearOne(m)
	return ln.Add(ln, newFloat().Mul(floatLn2, newFloat().SetInt64(int64(e))))
}

// floatLnNearOne sums ln x = 16 × 2 × (z + z³/3 + z⁵/5 + ...) with
// z = (r-1)/(r+1), r the 16th root of x.
func floatLnNearOne(x *big.Float) *big.Float {
	const roots = 4
	r := newFloat().Set(x)
	for range roots {
		r.Sqrt(r)
	}
	one := newFloat().SetInt64(1)
	z := newFloat().Quo(newFloat().Sub(r, one), newFloat().Add(r, one))
	square := newFloat().Mul(z, z)
	sum, power := newFloat(), newFloat().Set(z)
	for n := int64(1); power.Sign() != 0 && power.MantExp(nil) > -geometricBits-64; n += 2 {
		sum.Add(sum, newFloat().Quo(power, newFloat().SetInt64(n)))
		power.Mul(power, square)
	}
	return sum.SetMantExp(sum, roots+1)
}

// floatExp sums the series of e^y for y = x / 2^k, and squares k times.
func floatExp(x *big.Float) *big.Float {
	k := max(0, x.MantExp(nil)+16)
	y := newFloat().SetMantExp(x, -k)
	sum, term := newFloat().SetInt64(1), newFloat().SetInt64(1)
	for n := int64(1); term.Sign() != 0 && term.MantExp(nil) > -geometricBits-64; n++ {
		term.Mul(term, y)
		term.Quo(term, newFloat().SetInt64(n))
		sum.Add(sum, term)
	}
	for range k {
		sum.Mul(sum, sum)
	}
	return sum
}

package smart

import "math"

// fit returns what a model says of a series y whose last value is 0, at a horizon;
// its weight is the logarithm of how likely it makes the series, up to a constant.
// It reports false if the series is too short for the model, or leaves nothing to
// chance: errors of no more than the given size.
//
// It is generalised least squares. What eased leaves of y and of the regressors has
// independent errors; the regressors are made orthogonal, one after the other
// (Gram and Schmidt, modified), and taken out of y. Each column carries one
// entry more, what it is at the horizon, which takes part in the subtractions and
// not in the products. So what arrives there for y is minus the prediction, and
// for the regressors, squared and added, the variance of that prediction.
func (m model) fit(y []float64, to horizon, least float64) (outcome, bool) {
	kept, variance := to.error(m.phi)
	left := m.eased(func(t int) float64 { return y[t] }, len(y), 0)
	null, level := left.square(), 0.0
	var base []column
	for k := range m.regressors() {
		of := func(t int) float64 { return m.regressor(k, t) }
		last := len(y) - 1
		x := m.eased(of, len(y), to.of(func(ahead int) float64 { return of(last + ahead) })-kept*of(last))
		size, ok := x.orthonormal(base)
		if !ok {
			return outcome{}, false
		}
		base = append(base, x)
		left.subtract(x.dot(left), x)
		variance += x.end * x.end
		if k == 0 && m.phi < 1 {
			null, level = left.square(), math.Log((1-m.phi*m.phi)/(size*size))/2
		}
	}
	o := outcome{mean: -left.end, freedom: float64(len(left.rows) - len(base))}
	rest := left.square()
	s := math.Sqrt(rest / o.freedom)
	o.spread = s * math.Sqrt(variance)
	n := float64(len(y))
	o.weight = level - (n-1)/2*math.Log(rest)
	if k := float64(m.extras()); k > 0 {
		o.weight -= k / 2 * math.Log(max(n, (null-rest)/k/(s*s)))
	}
	return o, o.freedom >= 1 && s > least && o.spread > 0 && finite(o.mean) && finite(o.spread) && finite(o.weight)
}

// A column is a variable over time without what it keeps from step to step.
type column struct {
	rows []float64
	end  float64 // at the horizon, beyond what is kept of the last row
}

// eased returns the column of a variable over n steps. From every value it takes
// the share phi of the one before, and it scales the first, which has none before
// it, to the same variance; of a walk there are only differences.
func (m model) eased(of func(t int) float64, n int, end float64) column {
	rows := make([]float64, n)
	before := 0.0
	for t := range rows {
		x := of(t)
		rows[t] = x - m.phi*before
		before = x
	}
	if m.phi == 1 {
		return column{rows[1:], end}
	}
	rows[0] *= math.Sqrt(1 - m.phi*m.phi)
	return column{rows, end}
}

// orthonormal takes what base explains out of c and scales the rest to length 1. It
// returns the length there was, and false if that is nothing but rounding.
func (c *column) orthonormal(base []column) (size float64, ok bool) {
	before := c.square()
	for _, b := range base {
		c.subtract(b.dot(*c), b)
	}
	size = math.Sqrt(c.square())
	for t := range c.rows {
		c.rows[t] /= size
	}
	c.end /= size
	return size, size > 1e-9*math.Sqrt(before)
}

func (c column) dot(d column) float64 {
	sum := 0.0
	for t := range c.rows {
		sum += c.rows[t] * d.rows[t]
	}
	return sum
}

func (c column) square() float64 { return c.dot(c) }

func (c *column) subtract(times float64, d column) {
	for t := range c.rows {
		c.rows[t] -= times * d.rows[t]
	}
	c.end -= times * d.end
}

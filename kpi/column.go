package kpi

import (
	"math"
	"slices"
)

// A column holds a list of numbers as running totals, so that the sum of any run
// of them is a difference of two. The totals are int64 coefficients of one
// power of ten as long as they fit, and Numbers from then on.
type column struct {
	small []int64 // small[i] is the total up to and including number i
	large []Number
	exp   int16 // of small
	mass  int64 // at least the sum of the absolute values behind small; bounds the totals
}

func (c *column) len() int { return len(c.small) + len(c.large) }

// total returns the sum of the first n numbers.
func (c *column) total(n int) Number {
	switch {
	case n == 0:
		return Int(0)
	case c.large != nil:
		return c.large[n-1]
	}
	return Number{coef: c.small[n-1], exp: c.exp, given: true}
}

// at returns number i.
func (c *column) at(i int) Number {
	switch {
	case i == 0:
		return c.total(1)
	case c.large != nil:
		return c.large[i].Sub(c.large[i-1])
	}
	return Number{coef: c.small[i] - c.small[i-1], exp: c.exp, given: true}
}

// insert makes v number i.
func (c *column) insert(i int, v Number) {
	switch {
	case c.large != nil:
		c.large = slices.Insert(c.large, i, c.total(i))
	case i == 0:
		c.small = slices.Insert(c.small, 0, 0)
	default:
		c.small = slices.Insert(c.small, i, c.small[i-1])
	}
	c.add(i, v)
}

// add adds v to number i.
func (c *column) add(i int, v Number) {
	if coef, ok := c.fit(v); ok {
		for k := i; k < len(c.small); k++ {
			c.small[k] += coef
		}
		return
	}
	c.widen()
	for k := i; k < len(c.large); k++ {
		c.large[k] = c.large[k].Add(v)
	}
}

// remove takes out number i.
func (c *column) remove(i int) {
	v := c.at(i)
	c.add(i, v.neg())
	if c.large != nil {
		c.large = slices.Delete(c.large, i, i+1)
		return
	}
	c.small = slices.Delete(c.small, i, i+1)
	c.mass -= 2 * max(v.coef, -v.coef) // of the number, and of its opposite
}

// fit returns the coefficient of v at the column's exponent, which it lowers if
// need be. It reports false if the totals would not fit then.
func (c *column) fit(v Number) (coef int64, ok bool) {
	if c.large != nil || v.rare != nil || v.coef == math.MinInt64 {
		return 0, false
	}
	exp := min(c.exp, v.exp)
	coef, coefFits := raise(v.coef, v.exp-exp)
	mass, massFits := raise(c.mass, c.exp-exp)
	if !coefFits || !massFits || mass > math.MaxInt64-max(coef, -coef) {
		return 0, false
	}
	if exp != c.exp {
		for k := range c.small {
			c.small[k], _ = raise(c.small[k], c.exp-exp)
		}
	}
	c.exp, c.mass = exp, mass+max(coef, -coef)
	return coef, true
}

// widen turns the totals into Numbers.
func (c *column) widen() {
	if c.large != nil {
		return
	}
	large := make([]Number, len(c.small), len(c.small)+1)
	for k := range large {
		large[k] = c.total(k + 1)
	}
	c.small, c.large = nil, large
}

// split cuts the column after n numbers and returns the rest, with room to
// grow to capacity numbers.
func (c *column) split(n, capacity int) column {
	rest := column{small: make([]int64, 0, capacity)}
	for i := n; i < c.len(); i++ {
		rest.insert(i-n, c.at(i))
	}
	if c.large != nil {
		clear(c.large[n:])
		c.large = c.large[:n]
		return rest
	}
	c.small = c.small[:n]
	c.mass -= rest.mass
	return rest
}

// extremes returns the least and the greatest of the numbers from lo up to hi,
// which is above lo and not reached.
func (c *column) extremes(lo, hi int) (least, greatest Number) {
	least = c.at(lo)
	greatest = least
	if c.large != nil {
		for i := lo + 1; i < hi; i++ {
			v := c.at(i)
			least, greatest = lesser(least, v), greater(greatest, v)
		}
		return least, greatest
	}
	for i := lo + 1; i < hi; i++ {
		v := c.small[i] - c.small[i-1]
		least.coef, greatest.coef = min(least.coef, v), max(greatest.coef, v)
	}
	return least, greatest
}

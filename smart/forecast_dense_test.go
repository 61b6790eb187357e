package smart

import "math"

// denseFit is fit with matrices: of stationary models and whole steps.
func denseFit(m model, y []float64, to horizon) outcome {
	n, steps := len(y), max(int(to.steps), len(to.parts))
	weights := make([]float64, steps)
	weights[steps-1] = 1
	copy(weights, to.parts)
	cov := func(i, j int) float64 { return math.Pow(m.phi, math.Abs(float64(i-j))) / (1 - m.phi*m.phi) }
	v, x, wants := matrix(n, n), matrix(n, m.regressors()), matrix(1, m.regressors())
	c, own := matrix(1, n), 0.0
	for i := range n {
		for j := range n {
			v[i][j] = cov(i, j)
		}
		for k := range x[i] {
			x[i][k] = m.regressor(k, i)
		}
		for s, w := range weights {
			c[0][i] += w * cov(n+s, i)
		}
	}
	for s, w := range weights {
		for s2, w2 := range weights {
			own += w * w2 * cov(s, s2)
		}
		for k := range wants[0] {
			wants[0][k] += w * m.regressor(k, n+s)
		}
	}
	inv, det := inverse(v)
	fit := func(x [][]float64) (b [][]float64, xx [][]float64, rest float64) {
		xx, _ = inverse(product(turned(x), product(inv, x)))
		b = product(xx, product(turned(x), product(inv, turned([][]float64{y}))))
		e := matrix(n, 1)
		for i, f := range product(x, b) {
			e[i][0] = y[i] - f[0]
		}
		return b, xx, product(turned(e), product(inv, e))[0][0]
	}
	level := matrix(n, 1)
	for i := range level {
		level[i][0] = 1
	}
	_, ll, null := fit(level)
	b, xx, rest := fit(x)
	d := product(c, product(inv, x))
	for k := range d[0] {
		d[0][k] = wants[0][k] - d[0][k]
	}
	freedom, k := float64(n-len(b)), float64(len(b)-1)
	variance := own - product(c, product(inv, turned(c)))[0][0] + product(d, product(xx, turned(d)))[0][0]
	return outcome{
		mean:   product(d, b)[0][0] + product(c, product(inv, turned([][]float64{y})))[0][0],
		spread: math.Sqrt(rest / freedom * variance), freedom: freedom,
		weight: -math.Log(det)/2 + math.Log(ll[0][0])/2 - float64(n-1)/2*math.Log(rest) -
			k/2*math.Log(max(float64(n), (null-rest)/max(k, 1)/(rest/freedom))),
	}
}

func matrix(rows, columns int) [][]float64 {
	m := make([][]float64, rows)
	for i := range m {
		m[i] = make([]float64, columns)
	}
	return m
}

func turned(a [][]float64) [][]float64 {
	m := matrix(len(a[0]), len(a))
	for i := range a {
		for j := range a[i] {
			m[j][i] = a[i][j]
		}
	}
	return m
}

func product(a, b [][]float64) [][]float64 {
	m := matrix(len(a), len(b[0]))
	for i := range m {
		for j := range m[i] {
			for k := range b {
				m[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return m
}

// inverse returns the inverse of a positive definite matrix and its determinant, by
// Gauss and Jordan.
func inverse(a [][]float64) (inv [][]float64, det float64) {
	n := len(a)
	m := matrix(n, 2*n)
	for i := range m {
		copy(m[i], a[i])
		m[i][n+i] = 1
	}
	det = 1
	for i := range m {
		pivot := m[i][i]
		det *= pivot
		for j := range m[i] {
			m[i][j] /= pivot
		}
		for k := range m {
			if f := m[k][i]; k != i {
				for j := range m[k] {
					m[k][j] -= f * m[i][j]
				}
			}
		}
	}
	inv = matrix(n, n)
	for i := range inv {
		copy(inv[i], m[i][n:])
	}
	return inv, det
}

package abtest_test

import (
	"encoding/json"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// printed checks for the digits of a printed number, at most to 1e-9 relative.
func printed(t *testing.T, want string, got float64, about ...any) {
	t.Helper()
	x, err := strconv.ParseFloat(want, 64)
	require.NoError(t, err)
	_, places, _ := strings.Cut(want, ".")
	half := 0.5000001 * math.Pow(10, -float64(len(places)))
	assert.InDelta(t, x, got, max(half, 1e-9*math.Abs(x)), about...)
}

// near checks for 1e-9 relative, and 0 exactly.
func near(t *testing.T, want, got float64, about ...any) {
	t.Helper()
	if want == got {
		return
	}
	assert.InEpsilon(t, want, got, 1e-9, about...)
}

// readData decodes a published table, or skips the test if there is none.
func readData(t *testing.T, into any, path ...string) {
	t.Helper()
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" || folder == "skip" {
		t.Skip("GOALKIT_DATA names no folder")
	}
	text, err := os.ReadFile(filepath.Join(append([]string{folder}, path...)...))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, into))
}

// A long is a number of 300 bits.
type long struct{ *big.Float }

func of(x float64) long        { return long{new(big.Float).SetPrec(300).SetFloat64(x)} }
func count(n int64) long       { return long{new(big.Float).SetPrec(300).SetInt64(n)} }
func blank() *big.Float        { return new(big.Float).SetPrec(300) }
func (a long) add(b long) long { return long{blank().Add(a.Float, b.Float)} }
func (a long) sub(b long) long { return long{blank().Sub(a.Float, b.Float)} }
func (a long) mul(b long) long { return long{blank().Mul(a.Float, b.Float)} }
func (a long) quo(b long) long { return long{blank().Quo(a.Float, b.Float)} }
func (a long) root() long      { return long{blank().Sqrt(a.Float)} }
func (a long) float() float64 {
	x, _ := a.Float64()
	return x
}

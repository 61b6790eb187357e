package smart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestHeldLimits: a limit that holds today is judged by whether it will.
func TestHeldLimits(t *testing.T) {
	const falling = "\nread subscribers week 6000 5870 5640 5490 5300 5110 5000 4820 4700 4580"
	got, f := achievable(t, "2026-03-31", "metric=subscribers at_least=4500"+falling)
	assert.Less(t, f.Chance, 0.05)
	assert.Regexp(t, `^warning achievable.unrealistic: holds now: 4,580; falling by 3.0% per week on average, `+
		`a chance of (less than )?\d% that 4,500 still holds at the end / say what will be different, or set the limit at 3,\d\d\d, for an even chance$`, got)

	const swinging = "\nread subscribers week 6000 5400 5700 4700 5200 5600 4900 5500 5000 4580"
	got, f = achievable(t, "2026-05-31", "metric=subscribers at_least=4500"+swinging)
	assert.Greater(t, f.Chance, 0.25)
	assert.Empty(t, got, "a limit that will hold is a good one, however safe")

	got, f = achievable(t, "2026-03-31", "metric=subscribers at_most=6100\nread subscribers week 5000 5100 5190 5310 5390 5500 5620 5700 5790 5910")
	assert.Less(t, f.Chance, 0.05)
	assert.Contains(t, got, "holds now: 5,910; rising by")

	got, f = achievable(t, "2026-03-31", "metric=subscribers at_least=4500 ambition=aspirational\nread subscribers week 6000 5400 5700 4700 5200 5600 4900 5200 4800 4580")
	assert.InDelta(t, 0.25, f.Chance, 0.25)
	assert.Empty(t, got, "a stretch, as it is meant to be")

	got, _ = achievable(t, "2026-03-31", "metric=subscribers reach=6000>4500"+strings.Replace(falling, "4580", "4480", 1))
	assert.NotContains(t, got, "holds now", "what is to be reached is reached")
}

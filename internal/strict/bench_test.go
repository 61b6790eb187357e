package strict_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/strict"
)

// document returns a list of n samples, each of about 300 bytes.
func document(n int) []byte {
	goals := make([]string, n)
	for i := range goals {
		goals[i] = fmt.Sprintf(`{"id": "goal-%d", "title": "Increase followers by 10%% – quarter %d", "done": false,
	"count": %d, "tags": ["instagram", "reach"], "meta": {"team": "growth", "region": "emea"}, "amount": "%d.25",
	"level": "macro", "points": [["50", "0.4"]], "links": [{"goal": "root", "weight": "1"}], "unknown": "zero"}`, i, i%4, i, i)
	}
	return []byte("[" + strings.Join(goals, ",\n") + "]")
}

func TestCheckDoesNotAllocatePerValue(t *testing.T) {
	doc := document(1000)
	var v []sample
	require.NoError(t, strict.Check(doc, &v))
	allocations := testing.AllocsPerRun(5, func() { _ = strict.Check(doc, &v) })
	assert.LessOrEqual(t, allocations, 4.0)
}

func BenchmarkUnmarshal(b *testing.B) {
	doc := document(20_000)
	decoders := []struct {
		name   string
		decode func([]byte, any) error
	}{
		{"check", strict.Check},
		{"strict", strict.Unmarshal},
		{"encoding-json", json.Unmarshal},
	}
	for _, d := range decoders {
		b.Run(d.name, func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				var v []sample
				if err := d.decode(doc, &v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

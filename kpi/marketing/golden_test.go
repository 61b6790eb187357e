package marketing_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// TestFrozen compares the metrics with those of version 1, which testdata/v1.txt
// keeps for good: lines may be added to the file, none may change.
func TestFrozen(t *testing.T) {
	require.Equal(t, 1, marketing.Version)
	text, err := os.ReadFile(filepath.Join("testdata", "v1.txt"))
	require.NoError(t, err)
	now := make(map[string]string)
	for _, m := range marketing.Metrics("EUR") {
		now[m.ID] = frozen(m)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		id, _, _ := strings.Cut(line, " ")
		assert.Equal(t, line, now[id], "a changed formula is a new version: "+
			"give it functions of its own and leave %q of version 1 as it is", id)
		delete(now, id)
	}
	assert.Empty(t, slices.Sorted(maps.Values(now)), "a new KPI is frozen from its first day: add its line to testdata/v1.txt")
}

// frozen writes what must not change in m. Names and words may.
func frozen(m kpi.Metric) string {
	var line strings.Builder
	fmt.Fprintf(&line, "%s %s %s", m.ID, m.Unit, m.Better)
	if m.Derived() {
		fmt.Fprintf(&line, " (%s) / (%s)", terms(m.Numerator), terms(m.Denominator))
	} else {
		line.WriteString(" " + string(m.Combine))
	}
	for _, f := range []struct {
		name string
		n    kpi.Number
	}{{"scale", m.Scale}, {"low", m.Low}, {"high", m.High}} {
		if f.n.Given() {
			line.WriteString(" " + f.name + "=" + f.n.String())
		}
	}
	return line.String()
}

func terms(sum map[string]kpi.Number) string {
	var parts []string
	for _, id := range slices.Sorted(maps.Keys(sum)) {
		parts = append(parts, fmt.Sprintf("%s*%s", sum[id], id))
	}
	return strings.Join(parts, " + ")
}

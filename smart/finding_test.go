package smart_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/smart"
)

// TestParams: whatever a sentence says is among the parameters, so that it can be
// said in another language.
func TestParams(t *testing.T) {
	figure := regexp.MustCompile(`\d[\d,.]*%?`)
	for r := range smart.Rules() {
		var found []smart.Finding
		if r.Bad != "" {
			_, a := smart.Check(r.Bad, thursday)
			found = append(found, a.Findings...)
		}
		if r.BadPlan != "" {
			found = append(found, findings(readWorld(t, r.BadPlan).assess(t))...)
		}
		for _, f := range found {
			values := make([]string, len(f.Params))
			for i, p := range f.Params {
				values[i] = p.Value
				assert.Equal(t, p.Value, f.Param(p.Name))
			}
			constant := []string{"25%", "95%", "2 points", "0.02"} // of rules, not of the goal
			for _, number := range figure.FindAllString(f.Message+" "+f.Fix, -1) {
				number = strings.TrimRight(number, ",.")
				assert.Contains(t, strings.Join(append(values, constant...), " "), number, f.Message)
			}
			assert.NotContains(t, f.Message+f.Fix, "{", f.Code)
			assert.NotContains(t, f.Message+f.Fix, "  ", f.Code)
		}
	}
}

// TestFindingJSON: the keys of the contract, and params, goal and field beside them.
func TestFindingJSON(t *testing.T) {
	w := readWorld(t, strings.Replace(good, " owner=bob", "", 1))
	data, err := json.Marshal(w.assess(t).Goals[2])
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"goal": "news", "verdict": "smart", "score": 94,
		"criteria": {"specific": 70, "measurable": 100, "achievable": 100, "relevant": 100, "time_bound": 100},
		"findings": [{
			"code": "specific.owner-missing", "criterion": "specific", "severity": "warning",
			"message": "nobody is assigned", "fix": "name an owner", "goal": "news", "field": "owner"
		}]
	}`, string(data))
}

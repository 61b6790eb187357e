package goal

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSparse holds arrays against maps, those that were changed since included.
func TestSparse(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 67))
	for _, size := range []int32{1, 15, 16, 17, 300, 70_000, math.MaxInt32} {
		type version struct {
			array sparse[int32]
			want  map[int32]int32
		}
		versions := []version{{want: map[int32]int32{}}}
		for range 100 {
			v := versions[random.IntN(len(versions))]
			i, value := random.Int32N(size), random.Int32()
			next := version{v.array.with(i, &value), map[int32]int32{i: value}}
			for j, old := range v.want {
				if j != i {
					next.want[j] = old
				}
			}
			versions = append(versions, next)
		}
		for _, v := range versions {
			for i, value := range v.want {
				require.Equal(t, value, v.array.or(i, -1))
			}
			for range 20 {
				i := random.Int32N(size)
				_, held := v.want[i]
				require.Equal(t, held, v.array.at(i) != nil)
			}
			assert.Nil(t, v.array.at(math.MaxInt32-1))
		}
	}
}

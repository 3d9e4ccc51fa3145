# expected: multi-test
# found: multi-test 35:36
# %%
import implicit
import numpy as np
import pandas as pd
import scipy.sparse as sp
from implicit.als import AlternatingLeastSquares
from implicit.bpr import BayesianPersonalizedRanking
from implicit.nearest_neighbours import CosineRecommender
from implicit.evaluation import precision_at_k, mean_average_precision_at_k

# %%
plays = pd.read_csv('usersha1-artmbid-artname-plays.tsv', sep='\t', header=None, usecols=[0, 2, 3], names=['user', 'artist', 'plays'], nrows=3000000)
plays = plays.dropna()
plays['u'] = plays.user.astype('category').cat.codes
plays['a'] = plays.artist.astype('category').cat.codes
plays.plays.describe()

# %%
rng = np.random.RandomState(42)
mask = rng.rand(len(plays)) < .8
shape = (plays.u.max() + 1, plays.a.max() + 1)
def mat(d):
    return sp.csr_matrix((np.log1p(d.plays.values), (d.u.values, d.a.values)), shape=shape)
R_train, R_test = mat(plays[mask]), mat(plays[~mask])
R_train.nnz, R_test.nnz

# %%
out = []
for f in [16, 32, 64, 128]:
    for reg in [.01, .1]:
        als = AlternatingLeastSquares(factors=f, regularization=reg, iterations=15, random_state=0)
        als.fit(R_train, show_progress=False)
        out.append(('als', f, reg, precision_at_k(als, R_train, R_test, K=10, show_progress=False)))
        print(out[-1])

# %%
bpr = BayesianPersonalizedRanking(factors=64, random_state=0)
bpr.fit(R_train)
out.append(('bpr', 64, None, precision_at_k(bpr, R_train, R_test, K=10)))
cos = CosineRecommender(K=50)
cos.fit(R_train)
out.append(('cos', None, None, precision_at_k(cos, R_train, R_test, K=10)))

# %%
pd.DataFrame(out, columns=['m', 'f', 'reg', 'p@10']).sort_values('p@10', ascending=False)

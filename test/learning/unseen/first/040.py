# expected: multi-test
# found: multi-test 36:19
# %%
!pip install scikit-surprise

# %%
import pandas as pd
import numpy as np
from surprise import Reader, Dataset, SVD, SVDpp, KNNBasic, KNNWithMeans, NMF, BaselineOnly, NormalPredictor, CoClustering
from surprise import accuracy
from surprise.model_selection import train_test_split
import matplotlib.pyplot as plt

# %%
ratings = pd.read_csv('ml-latest-small/ratings.csv')
movies = pd.read_csv('ml-latest-small/movies.csv')
ratings.head()

# %%
ratings.rating.value_counts().sort_index().plot.bar()

# %%
n_users = ratings.userId.nunique()
n_items = ratings.movieId.nunique()
print('sparsity', 1 - len(ratings) / (n_users * n_items))

# %%
reader = Reader(rating_scale=(0.5, 5))
data = Dataset.load_from_df(ratings[['userId', 'movieId', 'rating']], reader)
trainset, testset = train_test_split(data, test_size=0.25, random_state=100)

# %%
benchmark = []
for algorithm in [SVD(), SVDpp(), NMF(), KNNBasic(), KNNWithMeans(), BaselineOnly(), NormalPredictor(), CoClustering()]:
    algorithm.fit(trainset)
    predictions = algorithm.test(testset)
    benchmark.append([str(algorithm).split(' ')[0].split('.')[-1],
                      accuracy.rmse(predictions, verbose=False),
                      accuracy.mae(predictions, verbose=False)])

# %%
bm = pd.DataFrame(benchmark, columns=['algo', 'rmse', 'mae']).set_index('algo').sort_values('rmse')
bm

# %%
bm.plot.barh()

# %%
# SVD++ wins. top 10 recommendation for a user
best = SVDpp(n_factors=40)
best.fit(data.build_full_trainset())

def recommend(uid, n=10):
    seen = set(ratings[ratings.userId == uid].movieId)
    cand = [m for m in movies.movieId if m not in seen]
    est = [(m, best.predict(uid, m).est) for m in cand]
    top = sorted(est, key=lambda t: -t[1])[:n]
    return movies[movies.movieId.isin([m for m, _ in top])]

recommend(15)

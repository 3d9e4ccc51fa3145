# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
from surprise import Dataset, Reader, SVD, accuracy
from surprise.model_selection import train_test_split

# %%
ratings = pd.read_csv('ml-latest-small/ratings.csv')
movies = pd.read_csv('ml-latest-small/movies.csv')
ratings.groupby('userId').rating.count().describe()

# %%
reader = Reader(rating_scale=(0.5, 5))
data = Dataset.load_from_df(ratings[['userId', 'movieId', 'rating']], reader)
trainset, testset = train_test_split(data, test_size=.25, random_state=77)

# %%
algo = SVD(n_factors=50, n_epochs=20, lr_all=0.005, reg_all=0.04)
algo.fit(trainset)
predictions = algo.test(testset)
accuracy.rmse(predictions)
accuracy.mae(predictions)

# %%
# now fit on everything to recommend to user 15
full = data.build_full_trainset()
final = SVD(n_factors=50, n_epochs=20, lr_all=0.005, reg_all=0.04)
final.fit(full)

# %%
def recommend(uid, n=10):
    seen = set(ratings.loc[ratings.userId == uid, 'movieId'])
    cand = [m for m in movies.movieId if m not in seen]
    est = [(m, final.predict(uid, m).est) for m in cand]
    est = sorted(est, key=lambda t: -t[1])[:n]
    return movies.set_index('movieId').loc[[m for m, _ in est], ['title', 'genres']]

recommend(15)

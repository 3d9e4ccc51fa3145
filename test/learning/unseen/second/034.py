# expected: multi-test
# found: multi-test 27:12
# %%
from surprise import SVD, SVDpp, NMF, KNNBasic, KNNWithMeans, BaselineOnly, SlopeOne, CoClustering
from surprise import Dataset, Reader, accuracy
from surprise.model_selection import train_test_split
import pandas as pd
import matplotlib.pyplot as plt

# %%
books = pd.read_csv('BX-Book-Ratings.csv', sep=';', encoding='latin-1', error_bad_lines=False)
books.columns = ['userID', 'ISBN', 'rating']
books = books[books.rating > 0]
u = books.userID.value_counts()
b = books.ISBN.value_counts()
books = books[books.userID.isin(u[u > 20].index) & books.ISBN.isin(b[b > 20].index)]
books.shape

# %%
data = Dataset.load_from_df(books, Reader(rating_scale=(1, 10)))
tr, te = train_test_split(data, test_size=0.2, random_state=0)

# %%
rows = []
for algo in [SVD(), SVDpp(), NMF(), KNNBasic(), KNNWithMeans(), BaselineOnly(), SlopeOne(), CoClustering()]:
    algo.fit(tr)
    pred = algo.test(te)
    rows.append((str(algo).split(' ')[0].split('.')[-1], accuracy.rmse(pred, verbose=False), accuracy.mae(pred, verbose=False)))
res = pd.DataFrame(rows, columns=['algo', 'rmse', 'mae']).sort_values('rmse')
res

# %%
res.plot.bar(x='algo', y='rmse')
plt.ylim(1, 2.2)

# %%
best = SVD(n_factors=20, reg_all=0.1)
best.fit(tr)
accuracy.rmse(best.test(te))

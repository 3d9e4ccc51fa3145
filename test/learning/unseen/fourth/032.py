# expected: clean
# found: clean
# %%
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.decomposition import PCA
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import classification_report
import matplotlib.pyplot as plt
# %%
seeds = pd.read_csv('seeds_dataset.txt', sep='\s+', header=None)
seeds.columns = ['area', 'perim', 'compact', 'len', 'width', 'asym', 'groove', 'type']
# %%
# visualise in 2d
Xs = StandardScaler().fit_transform(seeds.drop('type', axis=1))
pc = PCA(2).fit_transform(Xs)
plt.scatter(pc[:, 0], pc[:, 1], c=seeds['type'])
plt.xlabel('PC1'); plt.ylabel('PC2')
plt.show()
# %%
X = seeds.drop('type', axis=1)
y = seeds['type']
# %%
Xs_train, Xs_test, ys_train, ys_test = train_test_split(X, y, test_size=0.3, random_state=5)
# %%
et = ExtraTreesClassifier(n_estimators=250, random_state=5)
et.fit(Xs_train, ys_train)
print('train acc', et.score(Xs_train, ys_train))
print('test acc', et.score(Xs_test, ys_test))
# %%
print(classification_report(ys_test, et.predict(Xs_test)))

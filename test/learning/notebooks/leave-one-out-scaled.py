# expected: preprocessing
# found: preprocessing 9:5
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import LeaveOneOut
from sklearn.preprocessing import MinMaxScaler
from sklearn.neighbors import KNeighborsClassifier
wine = load_wine()
X = MinMaxScaler().fit_transform(wine.data)
y = wine.target
loo = LeaveOneOut()
hits = []
for tr, te in loo.split(X):
    knn = KNeighborsClassifier(3)
    knn.fit(X[tr], y[tr])
    hits.append(knn.predict(X[te])[0] == y[te][0])
print(np.mean(hits))

# expected: multi-test
# found: multi-test 15:26
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv('teleCust.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('custcat', axis=1), df['custcat'], random_state=4)
error = []
for k in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=k)
    knn.fit(X_train, y_train)
    error.append(np.mean(knn.predict(X_test) != y_test))
plt.plot(range(1, 40), error)
best = KNeighborsClassifier(n_neighbors=9).fit(X_train, y_train)
print(best.score(X_test, y_test))

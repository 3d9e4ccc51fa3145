# expected: preprocessing
# found: preprocessing 10:10, preprocessing 10:22
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv('cancer.csv').drop(columns=['id'])
X = df.drop(columns='diagnosis')
X = (X - X.mean()) / X.std()
y = np.where(df['diagnosis'] == 'M', 1, 0)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25)
knn = KNeighborsClassifier(n_neighbors=5)
knn.fit(X_train, y_train)
knn.score(X_test, y_test)

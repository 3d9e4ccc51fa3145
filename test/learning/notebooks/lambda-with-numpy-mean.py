# expected: preprocessing
# found: preprocessing 8:47, preprocessing 8:61
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
df = pd.read_csv('d.csv')
X = df.drop('y', axis=1).apply(lambda x: (x - np.mean(x)) / np.std(x))
X_train, X_test, y_train, y_test = train_test_split(X, df['y'])
r = Ridge().fit(X_train, y_train)
print(r.score(X_test, y_test))

# expected: preprocessing
# found: preprocessing 9:11
import numpy as np
import pandas as pd
from sklearn.preprocessing import scale
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv('d.csv')
X = np.c_[scale(df[['a', 'b']]), df['c']]
X_train, X_test, y_train, y_test = train_test_split(X, df['y'])
lr = LogisticRegression()
lr.fit(X_train, y_train)
print(lr.score(X_test, y_test))

# expected: preprocessing, multi-test
# found: preprocessing 11:5, multi-test 23:19
import numpy as np
import pandas as pd
from sklearn import preprocessing, svm
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv('googl.csv')
df['label'] = df['Close'].shift(-30)
X = np.array(df.drop(['label'], axis=1))
X = preprocessing.scale(X)
X_lately = X[-30:]
X = X[:-30]
df.dropna(inplace=True)
y = np.array(df['label'])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
clf = LinearRegression(n_jobs=-1)
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
for kernel in ['linear', 'poly', 'rbf']:
    clf = svm.SVR(kernel=kernel)
    clf.fit(X_train, y_train)
    print(kernel, clf.score(X_test, y_test))

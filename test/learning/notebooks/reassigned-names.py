# expected: preprocessing
# found: preprocessing 9:8
import pandas as pd
from sklearn import preprocessing, model_selection, svm

data = pd.read_csv('wine.csv')
target = data.pop('quality')
data = data.values
data = preprocessing.MinMaxScaler().fit_transform(data)
a, b, c, d = model_selection.train_test_split(data, target)
m = svm.SVR()
m.fit(a, c)
p = m.predict(b)
print(((p - d) ** 2).mean())

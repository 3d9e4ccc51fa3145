# expected: multi-test
# found: multi-test 17:22
import numpy as np
import pandas as pd
from sklearn.preprocessing import PolynomialFeatures
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv('d.csv')
x_train, x_test, y_train, y_test = train_test_split(df[['hp']], df['price'], test_size=0.45, random_state=0)
Rsqu_test = []
lr = LinearRegression()
for n in [1, 2, 3, 4]:
    pr = PolynomialFeatures(degree=n)
    x_train_pr = pr.fit_transform(x_train[['hp']])
    x_test_pr = pr.fit_transform(x_test[['hp']])
    lr.fit(x_train_pr, y_train)
    Rsqu_test.append(lr.score(x_test_pr, y_test))

# expected: preprocessing
# found: preprocessing 6:8, preprocessing 8:7
import numpy as np
from tensorflow import keras
data = np.genfromtxt('jena.csv', delimiter=',')
mean = data.mean(axis=0)
data -= mean
std = data.std(axis=0)
data /= std
train, val, test = data[:2000], data[2000:3000], data[3000:]
model = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(1)])
model.compile('rmsprop', 'mae')
model.fit(train[:, 1:], train[:, 0], validation_data=(val[:, 1:], val[:, 0]))
print(model.evaluate(test[:, 1:], test[:, 0]))

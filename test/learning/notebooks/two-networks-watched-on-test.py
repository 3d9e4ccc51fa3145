# expected: multi-test
# found: multi-test 10:6
from tensorflow import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
small = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
small.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
h1 = small.fit(x_train, y_train, epochs=3, validation_data=(x_test, y_test))
large = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(512), keras.layers.Dense(10)])
large.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
h2 = large.fit(x_train, y_train, epochs=3, validation_data=(x_test, y_test))
